import type { JSX } from 'preact';
import {
  grounds,
  type Ground,
  type ModerationFiguresResponse,
  type ModerationQuery,
  type ModerationResponse,
} from '../../moderation/index.js';
import { Button, Input, SummaryList, Tag, type TagColour } from '../components/index.js';
import { List, Localized, Name, type Names, type PageContext, Paging } from '../frame/index.js';

interface StatisticsProps {
  readonly ctx: PageContext;
  readonly query: ModerationQuery;
  readonly statistics: ModerationResponse;
  readonly names: Names;
}

/** How much bodies hide, on which grounds, what became of appeals, and what the grounds mean. */
export function StatisticsBody(props: StatisticsProps): JSX.Element {
  const { ctx, query, statistics, names } = props;
  const { body, from, until, after } = query;
  return (
    <>
      {body !== undefined && (
        <span class="govuk-caption-xl">
          <Name ctx={ctx} names={names} id={body} />
        </span>
      )}
      <h1 class="govuk-heading-xl">{ctx.t('portal.moderation.statistics.title')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.moderation.statistics.lead')}</p>
      {body !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/moderation')}>
            {ctx.t('portal.moderation.statistics.allBodies')}
          </a>
        </p>
      )}
      <FilterForm ctx={ctx} query={query} />
      <h2 class="govuk-heading-l">{ctx.t('portal.moderation.statistics.total')}</h2>
      <Figures ctx={ctx} figures={statistics.total} />
      {body === undefined && <Bodies {...props} />}
      <Paging ctx={ctx} path="/moderation" query={{ body, from, until, after }} next={statistics.next} />
      <Grounds ctx={ctx} figures={statistics.total} />
    </>
  );
}

function FilterForm({ ctx, query }: Pick<StatisticsProps, 'ctx' | 'query'>): JSX.Element {
  const field = (name: 'from' | 'until') => (
    <Input
      name={name}
      type="date"
      class="govuk-input--width-10"
      label={ctx.t(`portal.moderation.statistics.${name}`)}
      value={query[name]}
    />
  );
  return (
    <form class="kenes-filters" action={ctx.url('/moderation')} role="search">
      {query.body !== undefined && <input type="hidden" name="body" value={query.body} />}
      {field('from')}
      {field('until')}
      <Button>{ctx.t('portal.moderation.statistics.show')}</Button>
    </form>
  );
}

const COUNTED = ['inForce', 'appealed', 'waiting', 'overdue', 'lifted', 'upheld', 'reversed'] as const;

function Figures({ ctx, figures }: FiguresProps): JSX.Element {
  const label = (name: string): string => ctx.t(`portal.moderation.statistics.${name}`);
  return (
    <SummaryList
      rows={[
        { key: label('comments'), value: ctx.format.number(figures.comments) },
        { key: label('concealed'), value: withShare(ctx, figures) },
        ...COUNTED.map((name) => ({ key: label(name), value: ctx.format.number(figures[name]) })),
      ]}
    />
  );
}

interface FiguresProps {
  readonly ctx: PageContext;
  readonly figures: ModerationFiguresResponse;
}

function Bodies({ ctx, query, statistics, names }: StatisticsProps): JSX.Element | null {
  const { from, until } = query;
  if (statistics.items.length === 0) return null;
  const fact = (name: string, value: string): string => `${ctx.t(`portal.moderation.statistics.${name}`)}: ${value}`;
  return (
    <section aria-labelledby="bodies">
      <h2 class="govuk-heading-l" id="bodies">
        {ctx.t('portal.moderation.statistics.byBody')}
      </h2>
      <List
        level={3}
        empty=""
        items={statistics.items.map((one) => ({
          href: ctx.url('/moderation', { body: one.bodyId, from, until }),
          title: <Name ctx={ctx} names={names} id={one.bodyId} />,
          facts: [
            fact('comments', ctx.format.number(one.comments)),
            fact('concealed', withShare(ctx, one)),
            fact('appealed', ctx.format.number(one.appealed)),
            fact('lifted', ctx.format.number(one.lifted)),
          ],
        }))}
      />
    </section>
  );
}

function withShare(ctx: PageContext, { concealed, comments }: ModerationFiguresResponse): string {
  if (comments === 0 || concealed === 0) return ctx.format.number(concealed);
  return `${ctx.format.number(concealed)} (${ctx.format.percent(concealed / comments)})`;
}

const COLOURS: Readonly<Record<Ground['trust'], TagColour>> = {
  law: 'green',
  'old wording': 'blue',
  setting: 'orange',
};
const TRUST: Readonly<Record<Ground['trust'], string>> = { law: 'law', 'old wording': 'old', setting: 'setting' };

/** The closed list, each with how often it was named. */
function Grounds({ ctx, figures }: FiguresProps): JSX.Element {
  return (
    <section aria-labelledby="grounds">
      <h2 class="govuk-heading-l" id="grounds">
        {ctx.t('portal.moderation.statistics.grounds')}
      </h2>
      <p class="govuk-body">{ctx.t('portal.moderation.desk.noGround')}</p>
      <ul class="kenes-list">
        {grounds.map(({ code, name, meaning, basis, trust }) => (
          <li class="kenes-list__item">
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
              <Localized ctx={ctx} text={name} />: {ctx.format.number(figures.byGround[code] ?? 0)}
            </h3>
            <p class="govuk-body govuk-!-margin-bottom-1">
              <Localized ctx={ctx} text={meaning} />
            </p>
            <p class="govuk-body-s kenes-list__facts">
              <span>
                <Localized ctx={ctx} text={basis} />
              </span>
              <Tag colour={COLOURS[trust]}>{ctx.t(`portal.rules.trust.${TRUST[trust]}`)}</Tag>
            </p>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`${ctx.url('/rules')}#N1.appeal`}>
          {ctx.t('portal.moderation.statistics.rules')}
        </a>
      </p>
    </section>
  );
}
