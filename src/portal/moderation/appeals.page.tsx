import type { JSX } from 'preact';
import type { ConsultationHead } from '../../consultations/index.js';
import type { AppealsQuery, ConcealmentResponse, OpenAppeals } from '../../moderation/index.js';
import { Tag } from '../components/index.js';
import { List, Localized, Name, type Names, type PageContext, Paging } from '../frame/index.js';
import { GroundName } from './notice.js';
import { DecisionDue } from './record.js';

interface AppealsProps {
  readonly ctx: PageContext;
  readonly query: AppealsQuery;
  readonly items: readonly ConcealmentResponse[];
  readonly next: string | null;
  readonly heads: ReadonlyMap<string, ConsultationHead>;
  readonly names: Names;
}

/** Appeals, what is due first on top; or those that were decided. */
export function AppealsBody({ ctx, query, items, next, heads, names }: AppealsProps): JSX.Element {
  const { state, body, overdue, after } = query;
  const isDecided = state === 'decided';
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t(`portal.moderation.appeals.${isDecided ? 'decided' : 'title'}`)}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url('/desk/appeals', { state: isDecided ? undefined : 'decided' })}>
          {ctx.t(`portal.moderation.appeals.${isDecided ? 'toOpen' : 'toDecided'}`)}
        </a>
      </p>
      <List
        level={2}
        empty={ctx.t('portal.moderation.appeals.none')}
        items={items.map((one) => ({
          href: ctx.url(`/desk/appeals/${one.commentId}`),
          title: <Title ctx={ctx} appeal={one} head={heads.get(one.consultationId)} />,
          facts: [
            <Name ctx={ctx} names={names} id={one.bodyId} />,
            <GroundName ctx={ctx} code={one.ground} />,
            one.outcome !== null && ctx.t(`portal.moderation.outcome.${one.outcome}`),
            <span>
              {ctx.t('portal.moderation.record.dueOn')}: <DecisionDue ctx={ctx} concealment={one} />
            </span>,
          ],
        }))}
      />
      <Paging ctx={ctx} path="/desk/appeals" query={{ state, body, overdue, after }} next={next} />
    </>
  );
}

interface TitleProps {
  readonly ctx: PageContext;
  readonly appeal: ConcealmentResponse;
  readonly head: ConsultationHead | undefined;
}

function Title({ ctx, appeal, head }: TitleProps): JSX.Element {
  return (
    <>
      {ctx.t('portal.desk.answer.title', { number: appeal.number })}
      {head && ': '}
      {head && <Localized ctx={ctx} text={head.title} />}
    </>
  );
}

/** The authority's part of the desk that is about appeals. */
export function AppealsSection({ ctx, appeals }: SectionProps): JSX.Element {
  const { open, overdue, firstDueOn } = appeals;
  return (
    <section aria-labelledby="appeals">
      <h2 class="govuk-heading-l" id="appeals">
        {ctx.t('portal.moderation.appeals.title')}
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url('/desk/appeals')}>
          {ctx.t('portal.moderation.appeals.open', { count: open })}
        </a>{' '}
        {firstDueOn !== null && ctx.t('portal.desk.due.on', { date: ctx.format.date(firstDueOn) })}{' '}
        {overdue > 0 && <Tag colour="red">{ctx.t('portal.moderation.appeals.overdue', { count: overdue })}</Tag>}
      </p>
    </section>
  );
}

interface SectionProps {
  readonly ctx: PageContext;
  readonly appeals: OpenAppeals;
}
