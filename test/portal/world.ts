import { GroupingService } from '../../src/comment-groups/index.js';
import { addDays } from '../../src/platform/kernel/index.js';
import { IndexingService } from '../../src/search/index.js';
import {
  collectingAssessment,
  enterValues,
  judgeAll,
  publishedAssessment,
  text as inBoth,
  VALUES,
  type AssessmentAtWork,
} from '../factories/assessments.js';
import { lettersOn, preparedConsultation, publishedConsultation } from '../factories/consultations.js';
import type { PreparedConsultation } from '../factories/consultations.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { announcedMeeting, closedMeeting, postAll, publishMinutes } from '../factories/meetings.js';
import { followedBy } from '../factories/subscriptions.js';
import { grantOf, person, signIn, type Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';

/** Text that would do harm where it is not shown as text. */
export const MARKUP = `<script>alert('1')</script><img src=x onerror=alert(2)>"'&amp;`;

/** A row of a comparative table. */
const COMPARED = {
  ...{ place: inBoth(`орын ${MARKUP}`), current: inBoth(`бұрын ${MARKUP}`) },
  ...{ proposed: inBoth(`енді ${MARKUP}`), reason: inBoth(`себеп ${MARKUP}`) },
};

/** A little of everything that pages show, with markup in every text. */
export interface World {
  readonly consultation: PreparedConsultation;
  /** A draft of the same body that is not published. */
  readonly preparedId: string;
  readonly receipt: string;
  /** Another discussion, with its report. */
  readonly reportedId: string;
  /** Of the council, not answered. */
  readonly opinionId: string;
  /** Notified of the draft too; its opinion is awaited. */
  readonly askedId: string;
  readonly councilId: string;
  readonly bodyId: string;
  /** The chair of the council, and that role. */
  readonly memberId: string;
  readonly roleId: string;
  /** Closed, with published minutes. */
  readonly meetingId: string;
  /** Announced for the next month. */
  readonly comingId: string;
  /** Sent, to be answered. */
  readonly recommendationId: string;
  readonly assessmentId: string;
  /** In review, with `everybody` among the assessors. */
  readonly reviewedId: string;
  /** Adopted, not published. */
  readonly adoptedId: string;
  readonly methodologyId: string;
  /** Reported, to be verified. */
  readonly followUpId: string;
  /** Entered from a letter; the secret of the link by which another is confirmed. */
  readonly letterId: string;
  readonly letterToken: string;
  /** Not yet answered. */
  readonly commentId: string;
  /** With an answer that was changed. */
  readonly answeredId: string;
  /** Hidden, with an appeal that waits. */
  readonly contestedId: string;
  /** Of `everybody`, hidden, not appealed yet. */
  readonly hiddenId: string;
  /** That comment and a copy of it. */
  readonly groupId: string;
  readonly citizen: Person;
  /** Holds every role there is. */
  readonly everybody: Person;
  /** One of the roles. */
  readonly grantId: string;
  /** The token of the link by which `everybody` stops following the discussion; answers are new to him in it. */
  readonly unsubscribing: string;
}

/** Makes it, through the services people use. */
export async function portalWorld(test: TestApplication): Promise<World> {
  const reportedId = await reportedConsultation(test);
  const council = await activeCouncil(test);
  const { councilId: askedId } = await activeCouncil(test);
  const work = await workOf(test, council);
  const text = { kk: `қаз ${MARKUP}`, ru: `рус ${MARKUP}` };
  const consultation = await publishedConsultation(test, {
    provisions: 3,
    change: {
      title: text,
      summary: text,
      objectives: text,
      questions: [text],
      explanatoryNote: text,
      comparativeTable: [COMPARED],
      commentsByEmail: true,
      councilIds: [council.councilId, askedId],
      provisions: [1, 2, 3].map((at) => ({ level: 'article' as const, number: String(at), heading: text, text })),
    },
  });
  await changeText(consultation, text);
  const { consultationId: preparedId } = await preparedConsultation(test, {
    body: consultation,
    provisions: 2,
    change: { actType: 'law', exemption: 'republican_budget', comparativeTable: [{ ...COMPARED, position: 1 }] },
  });
  const opinionId = await opinionsOn(consultation, council);
  const letters = await lettersOn(test, consultation, MARKUP);
  const citizen = await person(test);
  const [provisionId] = consultation.provisionIds;
  const wanted = { text: `ескерту ${MARKUP}`, language: 'kk', provisionId, showName: true };
  const path = `/consultations/${consultation.consultationId}/comments`;
  const quoted = { ...wanted, provisionId: consultation.provisionIds[1], quote: 'жаңа', quoteAfter: ` ${MARKUP}` };
  const made = await citizen.post(path).send(quoted).expect(201);
  const { id, receipt } = made.body as { id: string; receipt: { number: string } };
  const same = ['тағы бір пікір', 'Тағы бір пікір!'].map((said) => ({ ...wanted, text: said }));
  const [commentId = ''] = await postAll(citizen, path, same);
  await test.app.get(GroupingService).sweep();
  await test.app.get(IndexingService).sweep();
  const { groupId } = (await citizen.get(`/comments/${commentId}`).expect(200)).body as { groupId: string };
  // The secretary of a council is no member of it.
  const judging = await activeCouncil(test);
  const everybody = await person(
    test,
    { role: 'admin' },
    { role: 'authority' },
    { role: 'officer', bodyId: consultation.bodyId },
    ...(council.bodyId === consultation.bodyId ? [] : [{ role: 'officer' as const, bodyId: council.bodyId }]),
    { role: 'secretary', councilId: council.councilId },
    { role: 'secretary', councilId: askedId },
    { role: 'officer', bodyId: judging.bodyId },
    { role: 'member', councilId: judging.councilId, memberId: judging.memberIds[2] ?? '' },
  );
  const unsubscribing = await followedBy(test, everybody, consultation);
  await consultation.officer.put(`/comments/${id}/answer`).send({ outcome: 'partly', reasons: text }).expect(200);
  const revision = { outcome: 'accepted', reasons: text, why: text, provisionId: wanted.provisionId };
  await consultation.officer.put(`/comments/${id}/answer/revision`).send(revision).expect(200);
  const grantId = await grantOf(everybody);
  const moderated = await concealedComments(consultation, citizen, everybody);
  // What somebody keeps is over once he has posted: a moment later, with words that stand at several places.
  test.clock.pass(1);
  const [draft, kept] = [path.replace(/comments$/, 'my-draft'), { ...wanted, text: MARKUP, quote: 'alert' }];
  await everybody.put(draft).send(kept).expect(200);
  const underWay = await assessmentsUnderWay(test, judging, work.methodologyId);
  const { councilId, bodyId, chairId: memberId } = council;
  const member = await everybody.get(`/members/${memberId}`).expect(200);
  const [role] = (member.body as { roles: { id: string }[] }).roles;
  const seat = { councilId, bodyId, memberId, roleId: role?.id ?? '' };
  const people = { citizen, everybody, grantId, unsubscribing };
  const said = { opinionId, askedId, ...letters, groupId, answeredId: id, reportedId };
  const acts = { ...work, ...underWay, ...moderated, ...said };
  return { consultation, preparedId, receipt: receipt.number, ...seat, ...acts, commentId, ...people };
}

/** A discussion of two months before, changed, answered and reported, with one comment hidden. */
async function reportedConsultation(test: TestApplication): Promise<string> {
  const now = test.clock.now();
  test.clock.set('2026-01-12T10:00:00+05:00');
  const text = { kk: `қаз ${MARKUP}`, ru: `рус ${MARKUP}` };
  const level = 'article' as const;
  const provisions = [1, 2, 3].map((at) => ({ level, number: String(at), heading: text, text }));
  const change = { title: text, provisions };
  const opened = await publishedConsultation(test, { closesInWorkingDays: 10, change });
  await changeText(opened, text);
  const path = `/consultations/${opened.consultationId}`;
  const wanted = { text: `есепте ${MARKUP}`, language: 'kk', provisionId: opened.provisionIds[0] };
  const ids = await postAll(await person(test), `${path}/comments`, [
    { ...wanted, showName: true },
    { ...wanted, text: MARKUP },
  ]);
  const [again = ''] = await postAll(await person(test), `${path}/comments`, [wanted]);
  await test.app.get(GroupingService).sweep();
  const why = { ground: 'insult', explanation: inBoth(`түсіндірме ${MARKUP}`) };
  const second = `/comments/${ids[1] ?? ''}`;
  await opened.officer.put(`${second}/concealment`).send(why).expect(200);
  test.clock.set('2026-02-09T10:00:00+05:00');
  const officer = await signIn(test, opened.officer.email, opened.officer.accountId);
  for (const id of [...ids, again]) {
    await officer.put(`/comments/${id}/answer`).send({ outcome: 'partly', reasons: text }).expect(200);
  }
  const revision = { outcome: 'accepted', reasons: text, why: text, provisionId: wanted.provisionId };
  await officer.put(`${second}/answer/revision`).send(revision).expect(200);
  await officer.put(`${path}/report`).send({ summary: text }).expect(200);
  test.clock.set(now.toISOString());
  return opened.consultationId;
}

/** The opinion of the council, and one of an organisation with the answer to it. */
async function opinionsOn(
  { consultationId, officer }: PreparedConsultation,
  { secretary }: CouncilAtWork,
): Promise<string> {
  const path = `/consultations/${consultationId}`;
  const said = { stance: 'remarks', text: inBoth(`қорытынды ${MARKUP}`) };
  const receivedOn = ((await officer.get(path).expect(200)).body as { publishedOn: string }).publishedOn;
  const paper = { ...said, channel: 'npo', organization: inBoth(`қауым ${MARKUP}`), receivedOn };
  const [answeredId = ''] = await postAll(officer, `${path}/organization-opinions`, [paper]);
  const [reasons, letter] = [inBoth(`себеп ${MARKUP}`), inBoth(`хат ${MARKUP}`)];
  const answer = { decision: 'partly', reasons, letter, signedBy: MARKUP };
  await officer.put(`/opinions/${answeredId}/response`).send(answer).expect(200);
  const [opinionId = ''] = await postAll(secretary, `${path}/opinions`, [said]);
  return opinionId;
}

/** A second version: one provision as it was, one in other words, one more, one gone. */
async function changeText({ consultationId, officer, provisionIds }: PreparedConsultation, text: Both): Promise<void> {
  const [first = '', second = ''] = provisionIds;
  const provision = (id: string | undefined, number: string, words: Both) => ({
    ...(id === undefined ? {} : { id }),
    level: 'article' as const,
    number,
    heading: text,
    text: words,
  });
  const other = { kk: `жаңа ${MARKUP}`, ru: `новый ${MARKUP}` };
  const cells = `${MARKUP}\t–\n1\t2`;
  const table = { text: inBoth(cells), table: { columns: 2, headerRows: 1, merged: [] } };
  const articles = [provision(first, '1', text), provision(undefined, '2', other), provision(second, '3', other)];
  const provisions = [...articles, table];
  await officer.post(`/consultations/${consultationId}/versions`).send({ provisions, note: text }).expect(201);
}

type Both = ReturnType<typeof inBoth>;

/** Comments that were hidden, with markup in what was said of them. */
async function concealedComments(
  { consultationId, officer }: PreparedConsultation,
  citizen: Person,
  everybody: Person,
): Promise<Pick<World, 'contestedId' | 'hiddenId'>> {
  const path = `/consultations/${consultationId}/comments`;
  const wanted = { text: `жасырын ${MARKUP}`, language: 'kk', quote: MARKUP };
  const [contestedId = ''] = await postAll(citizen, path, [wanted]);
  const [hiddenId = ''] = await postAll(everybody, path, [wanted]);
  const why = { ground: 'insult', explanation: inBoth(`түсіндірме ${MARKUP}`) };
  for (const id of [contestedId, hiddenId]) await officer.put(`/comments/${id}/concealment`).send(why).expect(200);
  await citizen
    .put(`/comments/${contestedId}/appeal`)
    .send({ grounds: `шағым ${MARKUP}` })
    .expect(200);
  return { contestedId, hiddenId };
}

type Work = Pick<
  World,
  'meetingId' | 'comingId' | 'recommendationId' | 'assessmentId' | 'methodologyId' | 'followUpId'
>;

/** What a council and its body did: a meeting, a recommendation, an assessment and a measure after it. */
async function workOf(test: TestApplication, council: CouncilAtWork): Promise<Work> {
  const { secretary, bodyId } = council;
  const { meetingId, recommendationId } = await closedMeeting(test, council);
  await publishMinutes(council, meetingId, test.clock.today());
  await secretary.put(`/recommendations/${recommendationId}/dispatch`).send({}).expect(200);
  const inMonth = new Date(test.clock.now().getTime() + 30 * 86_400_000).toISOString();
  const { meetingId: comingId } = await announcedMeeting(council, inMonth);
  const { id: assessmentId, methodologyId, authority, officer } = await publishedAssessment(test, { council });
  const measure = { measure: inBoth(`шара ${MARKUP}`), bodyId, dueOn: addDays(test.clock.today(), 90) };
  const [followUpId = ''] = await postAll(authority, `/assessments/${assessmentId}/follow-ups`, [measure]);
  const done = { note: inBoth(`орындалды ${MARKUP}`), evidence: [{ title: MARKUP, url: 'https://example.kz/a' }] };
  await officer.put(`/follow-ups/${followUpId}/completion`).send(done).expect(200);
  return { meetingId, comingId, recommendationId, assessmentId, methodologyId, followUpId };
}

/** Assessments that are not public yet, with markup in what was said of them. */
async function assessmentsUnderWay(
  test: TestApplication,
  council: CouncilAtWork,
  methodologyId: string,
): Promise<Pick<World, 'reviewedId' | 'adoptedId'>> {
  const evidence = [{ title: MARKUP, url: 'https://example.kz/a?b=1&c=2' }];
  const values = { ...VALUES, budget: { status: 'value', value: '71.3', evidence } };
  const begun = async (year: number): Promise<AssessmentAtWork> => {
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    const work = await collectingAssessment(test, { council, methodologyId, ...period });
    await enterValues(work, values);
    await work.officer
      .put(`/assessments/${work.id}/values/budget/dispute`)
      .send({ text: inBoth(`қате ${MARKUP}`) })
      .expect(200);
    return work;
  };
  const reviewed = await begun(2024);
  const assessors = [0, 1, 2, 14].map((at) => council.memberIds[at]);
  await reviewed.authority.put(`/assessments/${reviewed.id}/review`).send({ assessors }).expect(200);
  const adopted = await begun(2023);
  await judgeAll(adopted);
  const path = `/assessments/${adopted.id}`;
  await adopted.authority.put(`${path}/reply-request`).expect(200);
  const remarks = [{ indicator: 'trust', text: inBoth(`түсініктеме ${MARKUP}`) }];
  await adopted.officer
    .put(`${path}/reply`)
    .send({ text: inBoth(`жауап ${MARKUP}`), remarks })
    .expect(200);
  await adopted.authority.put(`${path}/adoption`).expect(200);
  return { reviewedId: reviewed.id, adoptedId: adopted.id };
}
