import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../kernel/index.js';

/**
 * What a route of the portal is: `public`, the same bytes for everyone and kept for a moment, or `own`, for one person
 * by the cookie of the session and kept nowhere.
 */
export type PageKind = 'public' | 'own';

/** Shows a problem as a page. */
export type ProblemPage = (problem: Problem, request: FastifyRequest, reply: FastifyReply) => void;

declare module 'fastify' {
  interface FastifyContextConfig {
    page?: PageKind;
    /** Seconds for which a public page may be shown without asking again. */
    maxAge?: number;
    /** The route takes a form and nothing else. */
    form?: boolean;
    /** The route takes a form with files, too. */
    files?: boolean;
    /** The route takes the bytes of one file, of whatever type, and reads them itself. */
    upload?: boolean;
    /** The route takes a document and nothing else. */
    documents?: boolean;
    /** The route takes reports of browsers. */
    reports?: boolean;
  }
  interface FastifyInstance {
    /** Set by whoever makes pages; without it every problem is a document. */
    problemPage?: ProblemPage;
  }
}

/** Where pages are; everything else speaks JSON. */
const MACHINES = /^\/(api|health|assets|csp-reports)(\/|\?|$)/;

/** True where a person reads the answer. */
export function isForPeople(url: string): boolean {
  return !MACHINES.test(url);
}

/** What the route of a request is; undefined for the API. */
export function pageKindOf(request: FastifyRequest): PageKind | undefined {
  return request.routeOptions.config.page;
}
