import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { activeCouncil } from '../factories/councils.js';
import { person, type Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';

/** Text that would do harm where it is not shown as text. */
export const MARKUP = `<script>alert('1')</script><img src=x onerror=alert(2)>"'&amp;`;

/** A little of everything that pages show, with markup in every text. */
export interface World {
  readonly consultation: PreparedConsultation;
  readonly receipt: string;
  readonly councilId: string;
  readonly citizen: Person;
  /** Holds every role there is. */
  readonly everybody: Person;
}

/** Makes it, through the services people use. */
export async function portalWorld(test: TestApplication): Promise<World> {
  const council = await activeCouncil(test);
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
  const { bodyId } = consultation;
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
  await consultation.officer.put(`/comments/${id}/answer`).send({ outcome: 'partly', reasons: text }).expect(200);
  const everybody = await person(
    test,
    { role: 'admin' },
    { role: 'authority' },
    { role: 'officer', bodyId },
    { role: 'secretary', councilId: council.councilId },
  );
  return { consultation, receipt: receipt.number, councilId: council.councilId, citizen, everybody };
}

/** Where a route with parameters leads in this world; one that only redirects leads to null. */
export const ADDRESSES: Readonly<Record<string, (world: World) => string | null>> = {
  'consultations/:id': ({ consultation }) => `consultations/${consultation.consultationId}`,
  'consultations/:id/comments': ({ consultation }) => `consultations/${consultation.consultationId}/comments`,
  'consultations/:id/comment': ({ consultation }) =>
    `consultations/${consultation.consultationId}/comment?provision=${consultation.provisionIds[1] ?? ''}`,
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
