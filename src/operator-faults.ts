import { WrongSettings } from './platform/config/index.js';
import { sqlStateOf, toProblem } from './platform/database/index.js';
import { problemDocument } from './platform/http/index.js';
import { Problem } from './platform/kernel/index.js';

const CELL = /^\/(\d+)(?:\/(.+))?$/;
const NIL_REQUEST = '00000000-0000-0000-0000-000000000000';

/** What went wrong, in sentences for a terminal; never a stack. */
export function sentencesOf(thrown: unknown): string[] {
  const error = toProblem(thrown);
  if (error instanceof Problem) return sentencesOfProblem(error);
  if (error instanceof WrongSettings) return [error.message];
  const state = sqlStateOf(error);
  if (state !== undefined) return [`The database refused this (${state}): ${messageOf(error)}. Nothing was stored.`];
  return [messageOf(error)];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sentencesOfProblem(problem: Problem): string[] {
  if (problem.kind === 'unavailable') return ['The database cannot be reached. Nothing was stored.'];
  const { detail, errors = [] } = problemDocument(problem, 'en', NIL_REQUEST) as {
    detail: string;
    errors?: { pointer: string; detail: string }[];
  };
  return [...errors.map(({ pointer, detail: sentence }) => `${placeOf(pointer)}: ${sentence}`), detail];
}

/** A pointer into a CSV is `/<line>/<column>`; any other stays as it is. */
function placeOf(pointer: string): string {
  const [, line, column] = CELL.exec(pointer) ?? [];
  if (line === undefined) return pointer === '' ? 'The whole' : pointer;
  return column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
}
