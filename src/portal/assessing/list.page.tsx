import type { JSX } from 'preact';
import type { AssessmentItemResponse, AssessmentsQuery } from '../../assessments/index.js';
import { periodText, scoreText } from '../assessments/numbers.js';
import { Button, Tag } from '../components/index.js';
import { List, Name, type Names, type PageContext, Paging } from '../frame/index.js';
import { STATE_COLOURS } from './desk.part.js';

interface ListProps {
  readonly ctx: PageContext;
  readonly query: AssessmentsQuery;
  readonly names: Names;
  readonly items: readonly AssessmentItemResponse[];
  readonly next: string | null;
}

/** All assessments, newest first, each leading to where it is worked on. */
export function ListBody({ ctx, query, names, items, next }: ListProps): JSX.Element {
  const { body, council, methodology, after } = query;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.assessing.all')}</h1>
      <Button href={ctx.url('/desk/assessments/new')}>{ctx.t('portal.assessing.plan.title')}</Button>
      <List
        level={2}
        empty={ctx.t('portal.assessing.none')}
        items={items.map(({ id, bodyId, from, to, version, state, score, publishedAt }) => ({
          href: ctx.url(`/desk/assessments/${id}`),
          title: <Name ctx={ctx} names={names} id={bodyId} />,
          facts: [
            periodText(ctx, { from, to }),
            <Tag colour={STATE_COLOURS[state]}>{ctx.t(`state.assessment.${state}`)}</Tag>,
            version > 1 && ctx.t('portal.assessments.methodologyVersion', { number: version }),
            publishedAt !== null && `${ctx.t('portal.assessments.publishedOn')}: ${ctx.format.instant(publishedAt)}`,
            score !== null && `${ctx.t('portal.assessments.score')}: ${scoreText(ctx, score)}`,
          ],
        }))}
      />
      <Paging ctx={ctx} path="/desk/assessments" query={{ body, council, methodology, after }} next={next} />
    </>
  );
}
