import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { TestApplication } from '../support/test-application.js';
import type { World } from './world.js';

/** Where a route with parameters leads in this world; one that only redirects leads to null. */
export const ADDRESSES: Readonly<Record<string, (world: World) => string | null>> = {
  'consultations/:id': ({ consultation }) => `consultations/${consultation.consultationId}`,
  'consultations/:id/comments': ({ consultation }) => `consultations/${consultation.consultationId}/comments`,
  'consultations/:id/search': ({ consultation }) => `consultations/${consultation.consultationId}/search?q=x`,
  'consultations/:id/comparison': ({ consultation }) => `consultations/${consultation.consultationId}/comparison`,
  'consultations/:id/groups': ({ consultation }) => `consultations/${consultation.consultationId}/groups`,
  'consultations/:id/groups/:thing': ({ consultation, groupId }) =>
    `consultations/${consultation.consultationId}/groups/${groupId}`,
  'consultations/:id/report': ({ reportedId }) => `consultations/${reportedId}/report`,
  'consultations/:id/comment': ({ consultation }) =>
    `consultations/${consultation.consultationId}/comment?provision=${consultation.provisionIds[1] ?? ''}`,
  'consultations/:id/subscription': ({ consultation }) => `consultations/${consultation.consultationId}/subscription`,
  'unsubscribe/:token': ({ unsubscribing }) => `unsubscribe/${unsubscribing}`,
  'consultations/:id/comment-by-email': ({ consultation }) =>
    `consultations/${consultation.consultationId}/comment-by-email?provision=${consultation.provisionIds[1] ?? ''}`,
  'consultations/:id/comment-by-email/sent': ({ consultation }) =>
    `consultations/${consultation.consultationId}/comment-by-email/sent`,
  'comment-confirmation': ({ letterToken }) => `comment-confirmation?token=${letterToken}`,
  'opinions/:id': ({ opinionId }) => `opinions/${opinionId}`,
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
  'desk/consultations/:id/documents': ({ consultation }) =>
    `desk/consultations/${consultation.consultationId}/documents`,
  // Files, not pages: files.spec.ts looks at them.
  'files/:id/:name': () => null,
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
  'account/comments/:id/appeal': ({ hiddenId }) => `account/comments/${hiddenId}/appeal`,
  'desk/appeals/:id': ({ contestedId }) => `desk/appeals/${contestedId}`,
  'desk/comments/:id/concealment': ({ contestedId }) => `desk/comments/${contestedId}/concealment`,
  'desk/comments/:id/reversal': () => null,
  'desk/consultations/:id/comments': ({ consultation }) => `desk/consultations/${consultation.consultationId}/comments`,
  'desk/comments/:id/revision': ({ answeredId }) => `desk/comments/${answeredId}/revision`,
  'desk/comments/:id': ({ commentId }) => `desk/comments/${commentId}`,
  'desk/consultations/:id': ({ consultation }) => `desk/consultations/${consultation.consultationId}`,
  'desk/consultations/:id/opinion': ({ consultation, askedId }) =>
    `desk/consultations/${consultation.consultationId}/opinion?council=${askedId}`,
  'desk/consultations/:id/organization-opinion': ({ consultation }) =>
    `desk/consultations/${consultation.consultationId}/organization-opinion`,
  'desk/consultations/:id/paper-comment': ({ consultation }) =>
    `desk/consultations/${consultation.consultationId}/paper-comment`,
  'desk/paper-comments/:id': ({ letterId }) => `desk/paper-comments/${letterId}`,
  'desk/opinions/:id': ({ opinionId }) => `desk/opinions/${opinionId}`,
  'desk/consultations/:id/edit': ({ consultation }) => `desk/consultations/${consultation.consultationId}/edit`,
  'desk/consultations/:id/groups': ({ consultation }) => `desk/consultations/${consultation.consultationId}/groups`,
  'desk/consultations/:id/groups/:thing': ({ consultation, groupId }) =>
    `desk/consultations/${consultation.consultationId}/groups/${groupId}`,
  'desk/consultations/:id/groups/:thing/revision': ({ consultation, groupId }) =>
    `desk/consultations/${consultation.consultationId}/groups/${groupId}/revision`,
  'desk/consultations/:id/work-list': ({ consultation }) =>
    `desk/consultations/${consultation.consultationId}/work-list`,
  'desk/consultations/:id/groups/:thing/separation': ({ consultation, groupId }) =>
    `desk/consultations/${consultation.consultationId}/groups/${groupId}/separation`,
  'desk/consultations/:id/groups/:thing/merger': ({ consultation, groupId }) =>
    `desk/consultations/${consultation.consultationId}/groups/${groupId}/merger`,
  'desk/consultations/:id/comparative-table': ({ preparedId }) => `desk/consultations/${preparedId}/comparative-table`,
  'desk/consultations/:id/conversion': ({ consultation }) =>
    `desk/consultations/${consultation.consultationId}/conversion`,
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
  search: () => `search?q=${encodeURIComponent('қаз or ескерту')}`,
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
