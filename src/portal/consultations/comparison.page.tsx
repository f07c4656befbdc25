import type { JSX } from 'preact';
import { countsOf, type ComparedProvision, type Comparison } from '../../comparisons/index.js';
import type { ConsultationRead, DraftVersionResponse } from '../../consultations/index.js';
import { localDateOf } from '../../platform/kernel/index.js';
import { Button, Select, SummaryList, Tag, type TagColour } from '../components/index.js';
import { Localized, type PageContext, type Part, Parts } from '../frame/index.js';
import { ChangedTable } from './changed-table.js';
import { ChangedWords } from './changed-words.js';
import { provisionName } from './printed-mark.js';

/** What the page of a comparison shows. */
export interface ComparisonProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly comparison: Comparison;
  /** All public versions, the latest first. */
  readonly versions: readonly DraftVersionResponse[];
  /** Provisions that differ. */
  readonly shown: Part<ComparedProvision>;
}

/** Two versions of a draft: how much changed, then each provision that did. */
export function ComparisonBody(props: ComparisonProps): JSX.Element {
  const { ctx, consultation, comparison, shown } = props;
  const { before, after } = comparison;
  const path = `/consultations/${consultation.id}/comparison`;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">{ctx.t('portal.comparison.title')}</h1>
        <p class="govuk-body-l">
          <Localized ctx={ctx} text={consultation.title} note />
        </p>
        <Versions {...props} />
        <h2 class="govuk-heading-l govuk-!-margin-top-6" id="changes">
          {ctx.t('portal.comparison.between', { from: before.version, to: after.version })}
        </h2>
        <Counts {...props} />
        {shown.items.length === 0 && <p class="govuk-body">{ctx.t('portal.comparison.none')}</p>}
        {shown.items.map((one) => (
          <Compared ctx={ctx} one={one} />
        ))}
        <Parts
          ctx={ctx}
          path={path}
          query={{ from: before.version, to: after.version }}
          part={shown.part}
          parts={shown.parts}
          at="#changes"
        />
      </div>
    </div>
  );
}

function Versions({ ctx, consultation, comparison, versions }: ComparisonProps): JSX.Element {
  const items = versions.map(({ number, madeAt }) => ({
    value: number,
    text: ctx.t('portal.comparison.version', { number, date: ctx.format.date(localDateOf(madeAt)) }),
  }));
  return (
    <form class="kenes-filters" action={ctx.url(`/consultations/${consultation.id}/comparison`)}>
      <Select name="from" label={ctx.t('portal.comparison.from')} value={comparison.before.version} items={items} />
      <Select name="to" label={ctx.t('portal.comparison.to')} value={comparison.after.version} items={items} />
      <Button>{ctx.t('portal.comparison.show')}</Button>
    </form>
  );
}

function Counts({ ctx, comparison }: ComparisonProps): JSX.Element {
  const counts = countsOf(comparison.provisions);
  const rows = (['changed', 'added', 'removed', 'moved', 'same'] as const).map((kind) => ({
    key: ctx.t(`portal.comparison.counts.${kind}`),
    value: ctx.format.number(counts[kind]),
  }));
  return <SummaryList rows={rows} />;
}

const COLOURS: Readonly<Record<ComparedProvision['change'], TagColour>> = {
  changed: 'blue',
  added: 'green',
  removed: 'red',
  same: 'grey',
};

interface OneProps extends Pick<ComparisonProps, 'ctx'> {
  readonly one: ComparedProvision;
}

function Compared({ ctx, one }: OneProps): JSX.Element {
  const { provisionId, before, after } = one;
  const provision = after ?? before;
  const isTable = [before, after].every((version) => version === null || version.table !== null);
  return (
    <article class="kenes-compared" aria-labelledby={`c-${provisionId}`}>
      <h3 class="govuk-heading-s" id={`c-${provisionId}`}>
        {provision && provisionName(ctx, provision)}
      </h3>
      <Fate ctx={ctx} one={one} />
      <ChangedWords ctx={ctx} words={one.heading} isHeading />
      {isTable && provision ? (
        <ChangedTable ctx={ctx} name={provisionName(ctx, provision)} one={one} />
      ) : (
        <ChangedWords ctx={ctx} words={one.text} />
      )}
    </article>
  );
}

/** What happened to the provision beside its words. */
function Fate({ ctx, one }: OneProps): JSX.Element {
  const { change, moved, before, after } = one;
  const isLevelled = change === 'changed' && before?.level !== after?.level;
  return (
    <p class="govuk-body-s">
      {change !== 'same' && <Tag colour={COLOURS[change]}>{ctx.t(`portal.comparison.change.${change}`)}</Tag>}{' '}
      {moved && <Tag colour="grey">{ctx.t('portal.comparison.moved')}</Tag>} <Renumbered ctx={ctx} one={one} />{' '}
      {isLevelled && ctx.t('portal.comparison.level')}
    </p>
  );
}

function Renumbered({ ctx, one: { renumbered, before, after } }: OneProps): JSX.Element | null {
  if (!renumbered) return null;
  const numbers = { before: before?.number ?? '–', after: after?.number ?? '–' };
  return <>{ctx.t('portal.comparison.renumbered', numbers)}</>;
}
