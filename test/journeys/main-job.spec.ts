import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startTestApplication } from '../support/test-application.js';
import { assess, followUp, readJournal } from './main-job/assessment.js';
import { openConsultation, reportConsultation, takeComments } from './main-job/consultation.js';
import { answerRecommendation, formCouncil, holdMeeting, recordInquorateMeeting } from './main-job/council.js';
import { beginStory, type Story } from './main-job/story.js';

/** The main job, told once from beginning to end by people who have only their own rights. */
describe('the main job', () => {
  let story: Story;
  beforeAll(async () => {
    story = await beginStory(await startTestApplication({ at: '2026-03-02T09:00:00+05:00' }));
  });
  afterAll(() => story.test.close());

  it('1. lets the authority form a council that the law allows, and shows when it is incomplete', () =>
    formCouncil(story));
  it('2. lets the secretary hold a meeting, and builds the minutes from what was recorded', () => holdMeeting(story));
  it('2. records a meeting with too few members as inquorate, without decisions', () => recordInquorateMeeting(story));
  it('3. gives the akimat its term by the calendar, and takes no reply without reasons and signer', () =>
    answerRecommendation(story));
  it('4. opens a draft regulation for comments no shorter than the law allows', () => openConsultation(story));
  it('5. takes citizens’ comments until the end of the last day, and gives receipts', () => takeComments(story));
  it('6. publishes the completion report only when every comment is answered', () => reportConsultation(story));
  it('7. assesses the akimat by a published method, and anyone can recompute the score', () => assess(story));
  it('8. follows every weak indicator to its end', () => followUp(story));
  it('9. tells the whole story in the journal, in order, each act with its rule, and nothing in it is personal', () =>
    readJournal(story));
});
