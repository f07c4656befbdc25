import type { JSX } from 'preact';
import type { JournalEntryResponse, JournalQuery } from '../../platform/journal/index.js';
import { Button, Details, Select } from '../components/index.js';
import { Name, type Names, type PageContext, Paging } from '../frame/index.js';
import { actInWords, factsOf, idsIn, KINDS, pathOf } from './act.js';

/** What the timeline shows. */
export interface TimelineProps {
  readonly ctx: PageContext;
  readonly query: JournalQuery;
  readonly names: Names;
  readonly items: readonly JournalEntryResponse[];
  readonly next: string | null;
}

/** Acts one below the other, latest first, with a filter beside them. */
export function TimelineBody({ ctx, query, names, items, next }: TimelineProps): JSX.Element {
  const { subject, after } = query;
  const t = (key: string): string => ctx.t(`portal.timeline.${key}`);
  return (
    <>
      <h1 class="govuk-heading-xl">{t('title')}</h1>
      <p class="govuk-body-l">{t('lead')}</p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <FilterForm ctx={ctx} subject={subject} />
          <p class="govuk-body-s govuk-!-margin-top-4">
            <a class="govuk-link" href={`${ctx.url('/open-data')}#journal`}>
              {t('how')}
            </a>
          </p>
        </div>
        <div class="govuk-grid-column-two-thirds">
          {items.length === 0 && <p class="govuk-body">{t('nothing')}</p>}
          <ol class="kenes-timeline">
            {items.map((act) => (
              <ActView ctx={ctx} act={act} names={names} />
            ))}
          </ol>
          <Paging ctx={ctx} path="/timeline" query={{ subject, after }} next={next} />
        </div>
      </div>
    </>
  );
}

function FilterForm({
  ctx,
  subject,
}: {
  readonly ctx: PageContext;
  readonly subject: string | undefined;
}): JSX.Element {
  const isOne = subject?.includes(':') ?? false;
  return (
    <form class="kenes-filters" action={ctx.url('/timeline')} role="search">
      <Select
        name="subject"
        label={ctx.t('portal.timeline.kind')}
        value={subject}
        items={[
          { value: '', text: ctx.t('portal.timeline.any') },
          ...(isOne ? [{ value: subject, text: ctx.t('portal.timeline.oneThing') }] : []),
          ...KINDS.map((kind) => ({ value: kind, text: ctx.t(`portal.timeline.kinds.${kind}`) })),
        ]}
      />
      <Button>{ctx.t('portal.timeline.show')}</Button>
    </form>
  );
}

function ActView({ ctx, act, names }: ActProps): JSX.Element {
  const path = pathOf(act);
  const sentence = actInWords(ctx, act);
  return (
    <li class="kenes-timeline__event">
      <time class="kenes-timeline__date govuk-body-s govuk-!-margin-bottom-1" dateTime={act.at}>
        {ctx.format.instant(act.at)}
      </time>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {path ? (
          <a class="govuk-link" href={ctx.url(path)}>
            {sentence}
          </a>
        ) : (
          sentence
        )}
      </p>
      <p class="govuk-body-s kenes-list__facts">
        {idsIn(act).map(
          (id) =>
            names.has(id) && (
              <span>
                <Name ctx={ctx} names={names} id={id} />
              </span>
            ),
        )}
        {factsOf(ctx, act).map((fact) => (
          <span>{fact}</span>
        ))}
        <span>{ctx.t(`portal.timeline.actor.${act.actor.kind}`)}</span>
        <RuleLinks ctx={ctx} act={act} />
      </p>
      <Details summary={ctx.t('portal.timeline.entry', { number: act.seq })} class="govuk-!-margin-bottom-0">
        <p class="govuk-body-s">
          {ctx.t('portal.timeline.hash')} <code class="kenes-as-written">{act.leafHash}</code>
        </p>
        <p class="govuk-body-s">
          <a class="govuk-link" href={ctx.url('/timeline', { subject: `${act.subject.kind}:${act.subject.id}` })}>
            {ctx.t('portal.timeline.same')}
          </a>
        </p>
      </Details>
    </li>
  );
}

interface ActProps {
  readonly ctx: PageContext;
  readonly act: JournalEntryResponse;
  readonly names: Names;
}

/** The rules that an act rested on, each leading to its article. */
function RuleLinks({ ctx, act }: Pick<ActProps, 'ctx' | 'act'>): JSX.Element {
  return (
    <>
      {[...new Set(act.rules.map(({ id }) => id))].map((id) => (
        <a class="govuk-link" href={`${ctx.url('/rules')}#${id}`}>
          {ctx.t('portal.assessments.ruleOf', { rule: id })}
        </a>
      ))}
    </>
  );
}
