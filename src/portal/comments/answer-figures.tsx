import type { JSX } from 'preact';
import type { AnswerFiguresResponse } from '../../answers/index.js';
import { METHOD } from '../../comment-groups/index.js';
import { Details } from '../components/index.js';
import { List, Localized, type PageContext } from '../frame/index.js';
import { excerpt } from '../recommendations/excerpt.js';

/** The share of near-identical answers, what that means, and the most repeated ones. */
export function AnswerFigures({ ctx, figures, level }: AnswerFiguresProps): JSX.Element {
  const { answers, nearIdentical: near, pending, repeated } = figures;
  const Heading = `h${level}` as const;
  const { similarity, piece, leastWords } = METHOD;
  return (
    <section aria-labelledby="answers">
      <Heading class={level === 2 ? 'govuk-heading-l' : 'govuk-heading-m'} id="answers">
        {ctx.t('portal.answers.title')}
      </Heading>
      <p class="govuk-body">
        {answers === 0
          ? ctx.t('portal.answers.none')
          : ctx.t('portal.answers.share', { near, answers, share: near / answers })}
      </p>
      {pending && <p class="govuk-body">{ctx.t('portal.answers.pending')}</p>}
      {repeated.length > 0 && (
        <List
          level={level === 2 ? 3 : 4}
          empty=""
          items={repeated.map(({ consultationId, reasons, answers: places, comments }) => ({
            href: ctx.url(`/consultations/${consultationId}/comments`),
            title: <Localized ctx={ctx} text={excerpt(reasons)} />,
            facts: [ctx.t('portal.answers.places', { places, comments })],
          }))}
        />
      )}
      <Details summary={ctx.t('portal.answers.meaning')}>
        <p class="govuk-body">{ctx.t('portal.answers.definition')}</p>
        <p class="govuk-body">{ctx.t('portal.answers.compared', { share: similarity, piece, words: leastWords })}</p>
      </Details>
    </section>
  );
}

interface AnswerFiguresProps {
  readonly ctx: PageContext;
  readonly figures: AnswerFiguresResponse;
  readonly level: 2 | 3;
}
