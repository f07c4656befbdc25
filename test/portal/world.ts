import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { addDays } from '../../src/platform/kernel/index.js';
import { publishedAssessment, text as inBoth } from '../factories/assessments.js';
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
  readonly methodologyId: string;
  /** Reported, to be verified. */
  readonly followUpId: string;
  /** Not yet answered. */
  readonly commentId: string;
  readonly citizen: Person;
  /** Holds every role there is. */
  readonly everybody: Person;
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
  const [commentId = ''] = await postAll(citizen, path, [{ ...wanted, text: 'тағы бір пікір' }]);
  await consultation.officer.put(`/comments/${id}/answer`).send({ outcome: 'partly', reasons: text }).expect(200);
  const everybody = await person(
    test,
    { role: 'admin' },
    { role: 'authority' },
    { role: 'officer', bodyId: consultation.bodyId },
    ...(council.bodyId === consultation.bodyId ? [] : [{ role: 'officer' as const, bodyId: council.bodyId }]),
    { role: 'secretary', councilId: council.councilId },
  );
  const { councilId, bodyId, chairId: memberId } = council;
  const member = await everybody.get(`/members/${memberId}`).expect(200);
  const [role] = (member.body as { roles: { id: string }[] }).roles;
  const seat = { councilId, bodyId, memberId, roleId: role?.id ?? '' };
  return { consultation, receipt: receipt.number, ...seat, ...work, commentId, citizen, everybody };
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

/** Where a route with parameters leads in this world; one that only redirects leads to null. */
export const ADDRESSES: Readonly<Record<string, (world: World) => string | null>> = {
  'consultations/:id': ({ consultation }) => `consultations/${consultation.consultationId}`,
  'consultations/:id/comments': ({ consultation }) => `consultations/${consultation.consultationId}/comments`,
  'consultations/:id/comment': ({ consultation }) =>
    `consultations/${consultation.consultationId}/comment?provision=${consultation.provisionIds[1] ?? ''}`,
  'councils/:id': ({ councilId }) => `councils/${councilId}`,
  'councils/:id/meetings': ({ councilId }) => `councils/${councilId}/meetings`,
  'meetings/:id': ({ meetingId }) => `meetings/${meetingId}`,
  'meetings/:id/minutes': ({ meetingId }) => `meetings/${meetingId}/minutes`,
  'recommendations/:id': ({ recommendationId }) => `recommendations/${recommendationId}`,
  'bodies/:id': ({ bodyId }) => `bodies/${bodyId}`,
  'assessments/:id': ({ assessmentId }) => `assessments/${assessmentId}`,
  'assessments/:id/workings': ({ assessmentId }) => `assessments/${assessmentId}/workings`,
  'assessments/bodies/:id': ({ bodyId }) => `assessments/bodies/${bodyId}`,
  'methodologies/:id': ({ methodologyId }) => `methodologies/${methodologyId}`,
  // Pictures, not pages: assessments.spec.ts looks at them.
  'assessments/:id/chart': () => null,
  'assessments/bodies/:id/chart': () => null,
  'desk/bodies/:id/draft': ({ bodyId }) => `desk/bodies/${bodyId}/draft`,
  'desk/comments/:id': ({ commentId }) => `desk/comments/${commentId}`,
  'desk/consultations/:id': ({ consultation }) => `desk/consultations/${consultation.consultationId}`,
  'desk/consultations/:id/edit': ({ consultation }) => `desk/consultations/${consultation.consultationId}/edit`,
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
  'desk/recommendations/:id': ({ recommendationId }) => `desk/recommendations/${recommendationId}`,
  // The address of a form: it leads back to the page that holds it.
  'desk/consultations/:id/:part': () => null,
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
