import type { JSX } from 'preact';
import { fieldSentence, problemSentence } from '../../platform/http/index.js';
import type { Problem, ProblemKind } from '../../platform/kernel/index.js';
import { type Carried, CarriedForm, type PageContext } from '../frame/index.js';

/** What stood in the way, what to do now, and the number to name when asking for help. */
export function ProblemBody({ ctx, problem }: { readonly ctx: PageContext; readonly problem: Problem }): JSX.Element {
  const errors = problem.parts.errors ?? [];
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t(`problem.title.${problem.kind}`)}</h1>
      <p class="govuk-body">{sentenceOf(ctx, problem)}</p>
      {errors.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {errors.map((error) => (
            <li>{fieldSentence(error, ctx.lang)}</li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">{ctx.t('portal.problem.next')}</h2>
      <p class="govuk-body">{ctx.t(`portal.problem.todo.${problem.kind}`)}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url('/')}>
          {ctx.t('portal.problem.home')}
        </a>
      </p>
      <p class="govuk-body-s">
        {ctx.t('portal.problem.request')} <code>{ctx.request.id}</code>
      </p>
    </>
  );
}

// What the kind's own sentence says is meant for programs in these cases.
const FOR_PROGRAMS: readonly ProblemKind[] = ['malformed', 'unsupported', 'sign-in-required'];

function sentenceOf(ctx: PageContext, problem: Problem): string {
  const isForPrograms = FOR_PROGRAMS.includes(problem.kind) && problem.parts.code === undefined;
  return isForPrograms ? ctx.t(`portal.problem.sentence.${problem.kind}`) : problemSentence(problem, ctx.lang);
}

/** A form of ours that was made before its sender signed in (again): nothing is lost, one button sends it. */
export function FormExpiredBody({
  ctx,
  carried,
}: {
  readonly ctx: PageContext;
  readonly carried: Carried;
}): JSX.Element {
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.carried.again')}</h1>
      <p class="govuk-body">{ctx.t('portal.carried.againText')}</p>
      <CarriedForm ctx={ctx} carried={carried} button={ctx.t('portal.carried.send')} />
    </>
  );
}

/** What a kind of problem means, at the address by which the API names it. */
export function ProblemKindBody({ ctx, kind, status }: ProblemKindProps): JSX.Element {
  return (
    <>
      <span class="govuk-caption-xl">
        {ctx.t('portal.problem.kind', { status: String(status) })} <code>{kind}</code>
      </span>
      <h1 class="govuk-heading-xl">{ctx.t(`problem.title.${kind}`)}</h1>
      <p class="govuk-body">{ctx.t(`problem.kind.${kind}`, { count: 1 })}</p>
      <h2 class="govuk-heading-m">{ctx.t('portal.problem.next')}</h2>
      <p class="govuk-body">{ctx.t(`portal.problem.todo.${kind}`)}</p>
      <p class="govuk-body">{ctx.t('portal.problem.document')}</p>
    </>
  );
}

interface ProblemKindProps {
  readonly ctx: PageContext;
  readonly kind: ProblemKind;
  readonly status: number;
}
