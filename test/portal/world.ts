import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GroupingService } from '../../src/comment-groups/index.js';
import { addDays } from '../../src/platform/kernel/index.js';
import {
  collectingAssessment,
  enterValues,
  judgeAll,
  publishedAssessment,
  text as inBoth,
  VALUES,
  type AssessmentAtWork,
} from '../factories/assessments.js';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { announcedMeeting, closedMeeting, postAll, publishMinutes } from '../factories/meetings.js';
import { person, type Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';

/** Text that would do harm where it is not shown as text. */
export const MARKUP = `<script>alert('1')</script><img src=x onerror=alert(2)>"'&amp;`;

/** A little of everything that pages show, with markup in every text. */
export interface World {
  readonly consultation: PreparedConsultation;
  readonly receipt: string;
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
  /** Not yet answered. */
  readonly commentId: string;
  /** That comment and a copy of it. */
  readonly groupId: string;
  readonly citizen: Person;
  /** Holds every role there is. */
  readonly everybody: Person;
  /** One of the roles. */
  readonly grantId: string;
}

/** Makes it, through the services people use. */
export async function portalWorld(test: TestApplication): Promise<World> {
  const council = await activeCouncil(test);
  const work = await workOf(test, council);
  const text = { kk: `қаз ${MARKUP}`, ru: `рус ${MARKUP}` };
  const consultation = await publishedConsultation(test, {
    provisions: 3,
    change: {
      title: text,
      summary: text,
      objectives: text,
      questions: [text],
      provisions: [1, 2, 3].map((at) => ({ level: 'article' as const, number: String(at), heading: text, text })),
    },
  });
  const citizen = await person(test);
  const wanted = {
    text: `ескерту ${MARKUP}`,
    language: 'kk',
    provisionId: consultation.provisionIds[0],
    showName: true,
  };
  const path = `/consultations/${consultation.consultationId}/comments`;
  const made = await citizen.post(path).send(wanted).expect(201);
  const { id, receipt } = made.body as { id: string; receipt: { number: string } };
  const same = { ...wanted, text: 'тағы бір пікір' };
  const [commentId = ''] = await postAll(citizen, path, [same, same]);
  await test.app.get(GroupingService).sweep();
  const grouped = await citizen.get(`/comments/${commentId}`).expect(200);
  const { groupId } = grouped.body as { groupId: string };
  await consultation.officer.put(`/comments/${id}/answer`).send({ outcome: 'partly', reasons: text }).expect(200);
  // The secretary of a council is no member of it.
  const judging = await activeCouncil(test);
  const everybody = await person(
    test,
    { role: 'admin' },
    { role: 'authority' },
    { role: 'officer', bodyId: consultation.bodyId },
    ...(council.bodyId === consultation.bodyId ? [] : [{ role: 'officer' as const, bodyId: council.bodyId }]),
    { role: 'secretary', councilId: council.councilId },
    { role: 'officer', bodyId: judging.bodyId },
    { role: 'member', councilId: judging.councilId, memberId: judging.memberIds[2] ?? '' },
  );
  const grants = await everybody.get(`/grants?account=${everybody.accountId}`).expect(200);
  const grantId = (grants.body as { items: { id: string }[] }).items[0]?.id ?? '';
  const underWay = await assessmentsUnderWay(test, judging, work.methodologyId);
  const { councilId, bodyId, chairId: memberId } = council;
  const member = await everybody.get(`/members/${memberId}`).expect(200);
  const [role] = (member.body as { roles: { id: string }[] }).roles;
  const seat = { councilId, bodyId, memberId, roleId: role?.id ?? '' };
  const people = { citizen, everybody, grantId };
  return { consultation, receipt: receipt.number, ...seat, ...work, ...underWay, commentId, groupId, ...people };
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

/** Where a route with parameters leads in this world; one that only redirects leads to null. */
export const ADDRESSES: Readonly<Record<string, (world: World) => string | null>> = {
  'consultations/:id': ({ consultation }) => `consultations/${consultation.consultationId}`,
  'consultations/:id/comments': ({ consultation }) => `consultations/${consultation.consultationId}/comments`,
  'consultations/:id/groups': ({ consultation }) => `consultations/${consultation.consultationId}/groups`,
  'consultations/:id/groups/:thing': ({ consultation, groupId }) =>
    `consultations/${consultation.consultationId}/groups/${groupId}`,
  'consultations/:id/comment': ({ consultation }) =>
    `consultations/${consultation.consultationId}/comment?provision=${consultation.provisionIds[1] ?? ''}`,
  'councils/:id': ({ councilId }) => `councils/${councilId}`,
  'councils/:id/meetings': ({ councilId }) => `councils/${councilId}/meetings`,
  'meetings/:id': ({ meetingId }) => `meetings/${meetingId}`,
  'meetings/:id/minutes': ({ meetingId }) => `meetings/${meetingId}/minutes`,
  'recommendations/:id': ({ recommendationId }) => `recommendations/${recommendationId}`,
  'follow-ups/:id': ({ followUpId }) => `follow-ups/${followUpId}`,
  'bodies/:id': ({ bodyId }) => `bodies/${bodyId}`,
  'assessments/:id': ({ assessmentId }) => `assessments/${assessmentId}`,
  'assessments/:id/workings': ({ assessmentId }) => `assessments/${assessmentId}/workings`,
  'assessments/bodies/:id': ({ bodyId }) => `assessments/bodies/${bodyId}`,
  'methodologies/:id': ({ methodologyId }) => `methodologies/${methodologyId}`,
  // Pictures, not pages: assessments.spec.ts and bodies.spec.ts look at them.
  'assessments/:id/chart': () => null,
  'assessments/bodies/:id/chart': () => null,
  'desk/accounts/:id': ({ everybody }) => `desk/accounts/${everybody.accountId}`,
  'desk/accounts/:id/disable': ({ citizen }) => `desk/accounts/${citizen.accountId}/disable`,
  'desk/accounts/:id/enable': ({ citizen }) => `desk/accounts/${citizen.accountId}/enable`,
  'desk/accounts/:id/grant': ({ citizen }) => `desk/accounts/${citizen.accountId}/grant`,
  'desk/accounts/:id/grants/:thing': ({ everybody, grantId }) =>
    `desk/accounts/${everybody.accountId}/grants/${grantId}`,
  'desk/assessments/:id': ({ reviewedId }) => `desk/assessments/${reviewedId}`,
  'desk/assessments/:id/disputes/:indicator': ({ reviewedId }) => `desk/assessments/${reviewedId}/disputes/budget`,
  'desk/assessments/:id/judgements/:indicator': ({ reviewedId }) =>
    `desk/assessments/${reviewedId}/judgements/services`,
  'desk/assessments/:id/measures/:indicator': ({ assessmentId }) => `desk/assessments/${assessmentId}/measures/budget`,
  'desk/assessments/:id/preview': ({ adoptedId }) => `desk/assessments/${adoptedId}/preview`,
  'desk/assessments/:id/preview/workings': ({ adoptedId }) => `desk/assessments/${adoptedId}/preview/workings`,
  'desk/assessments/:id/reply': ({ adoptedId }) => `desk/assessments/${adoptedId}/reply`,
  'desk/assessments/:id/values/:indicator': ({ reviewedId }) => `desk/assessments/${reviewedId}/values/budget`,
  // A picture: assessing.spec.ts looks at it.
  'desk/assessments/:id/preview/chart': () => null,
  'bodies/:id/chart': () => null,
  'desk/bodies/:id/draft': ({ bodyId }) => `desk/bodies/${bodyId}/draft`,
  'desk/calendar/:year': () => 'desk/calendar/2026?day=2026-03-21',
  'desk/comments/:id': ({ commentId }) => `desk/comments/${commentId}`,
  'desk/consultations/:id': ({ consultation }) => `desk/consultations/${consultation.consultationId}`,
  'desk/consultations/:id/edit': ({ consultation }) => `desk/consultations/${consultation.consultationId}/edit`,
  'desk/consultations/:id/groups': ({ consultation }) => `desk/consultations/${consultation.consultationId}/groups`,
  'desk/consultations/:id/groups/:thing': ({ consultation, groupId }) =>
    `desk/consultations/${consultation.consultationId}/groups/${groupId}`,
  'desk/consultations/:id/groups/:thing/separation': ({ consultation, groupId }) =>
    `desk/consultations/${consultation.consultationId}/groups/${groupId}/separation`,
  'desk/consultations/:id/groups/:thing/merger': ({ consultation, groupId }) =>
    `desk/consultations/${consultation.consultationId}/groups/${groupId}/merger`,
  'desk/consultations/:id/text': ({ consultation }) => `desk/consultations/${consultation.consultationId}/text`,
  'desk/councils/:id': ({ councilId }) => `desk/councils/${councilId}`,
  'desk/councils/:id/convocation': ({ councilId }) => `desk/councils/${councilId}/convocation`,
  'desk/councils/:id/edit': ({ councilId }) => `desk/councils/${councilId}/edit`,
  'desk/councils/:id/grants': ({ councilId }) => `desk/councils/${councilId}/grants`,
  'desk/councils/:id/member': ({ councilId }) => `desk/councils/${councilId}/member?person=%D0%B0&organization=%D0%B0`,
  'desk/members/:id': ({ memberId }) => `desk/members/${memberId}`,
  'desk/members/:id/end': ({ memberId }) => `desk/members/${memberId}/end`,
  'desk/members/:id/role': ({ memberId }) => `desk/members/${memberId}/role`,
  'desk/member-roles/:id': ({ roleId }) => `desk/member-roles/${roleId}`,
  'desk/councils/:id/meeting': ({ councilId }) => `desk/councils/${councilId}/meeting`,
  'desk/follow-ups/:id': ({ followUpId }) => `desk/follow-ups/${followUpId}`,
  'desk/meetings/:id': ({ comingId }) => `desk/meetings/${comingId}`,
  'desk/meetings/:id/agenda': ({ comingId }) => `desk/meetings/${comingId}/agenda`,
  'desk/meetings/:id/minutes': ({ meetingId }) => `desk/meetings/${meetingId}/minutes`,
  'desk/meetings/:id/plan': ({ comingId }) => `desk/meetings/${comingId}/plan`,
  'desk/rules/:id': () => 'desk/rules/M5.notice',
  'desk/recommendations/:id': ({ recommendationId }) => `desk/recommendations/${recommendationId}`,
  'desk/recommendations/:id/measure': ({ recommendationId }) => `desk/recommendations/${recommendationId}/measure`,
  // The address of a form: it leads back to the page that holds it.
  'desk/accounts/:id/letter': () => null,
  'desk/calendar/recalculation': () => null,
  'desk/calendar/:year/completion': () => null,
  'desk/assessments/:id/:part': () => null,
  'desk/consultations/:id/:part': () => null,
  'desk/follow-ups/:id/:part': () => null,
  'desk/councils/:id/:part': () => null,
  'desk/meetings/:id/:part': () => null,
  'desk/meetings/:id/:part/:thing': () => null,
  'problems/:kind': () => 'problems/not-possible-now',
  'receipts/:number': ({ receipt }) => `receipts/${receipt}`,
  language: () => null,
  'sign-in': () => null,
};

/** Every route of a page that is opened, without its language. */
export function pageRoutes({ app }: TestApplication): string[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const paths = controllers.flatMap(({ metatype }) => {
    if (String(Reflect.getMetadata(PATH_METADATA, metatype as object)) !== 'kk,ru,en') return [];
    const { prototype } = metatype as { prototype: Record<string, unknown> };
    return Object.getOwnPropertyNames(prototype).flatMap((key) => {
      const handler = prototype[key];
      if (typeof handler !== 'function' || Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET)
        return [];
      return [String(Reflect.getMetadata(PATH_METADATA, handler)).replace(/^\//, '')];
    });
  });
  return [...new Set(paths)].sort();
}
