import type { JSX } from 'preact';
import type { AssessmentRecord, StoredValue } from '../../assessments/index.js';
import type { Indicator } from '../../methodologies/index.js';
import { SummaryList } from '../components/index.js';
import { exactNumber, periodText } from '../assessments/numbers.js';
import { LocalizedParagraph, Name, type Names, type PageContext } from '../frame/index.js';

interface SubjectProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly record: Pick<AssessmentRecord, 'bodyId' | 'from' | 'to'>;
}

/** Which body is assessed for which period, above a heading. */
export function Subject({ ctx, names, record }: SubjectProps): JSX.Element {
  return (
    <span class="govuk-caption-xl">
      <Name ctx={ctx} names={names} id={record.bodyId} />, {periodText(ctx, record)}
    </span>
  );
}

/** The same as a plain text, for titles. */
export function subjectText({ ctx, names, record }: SubjectProps): string {
  const body = names.get(record.bodyId);
  return `${body ? ctx.text(body) : ''}, ${periodText(ctx, record)}`;
}

/** The way to a page about an assessment: the desk, the assessment, the page itself. */
export function crumbsOf(props: SubjectProps & { readonly id: string }, title: string) {
  const { ctx, id } = props;
  return [
    { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') },
    { text: subjectText(props), href: ctx.url(`/desk/assessments/${id}`) },
    { text: title },
  ];
}

interface IndicatorProps {
  readonly ctx: PageContext;
  readonly indicator: Indicator;
}

/** What the methodology says of an indicator. */
export function IndicatorFacts({ ctx, indicator }: IndicatorProps): JSX.Element {
  const { unit, scale, direction, source, missing } = indicator;
  const [from, to] = [exactNumber(ctx, scale.from), exactNumber(ctx, scale.to)];
  const t = (key: string, params?: Readonly<Record<string, string>>): string =>
    ctx.t(`portal.methodology.${key}`, params);
  return (
    <SummaryList
      rows={[
        { key: t('scale'), value: t(`scaleOf.${direction}`, { from, to, unit }) },
        { key: t('source'), value: t(`sources.${source}`) },
        { key: t('missing'), value: t(`meaning.${missing}`) },
      ]}
    />
  );
}

/** An entry as one line: the value with its unit, or that there is none and why. */
export function entryText(ctx: PageContext, { unit }: Indicator, entry: Entry | undefined): string {
  if (!entry) return ctx.t('portal.assessing.noEntry');
  if (entry.value === null) return ctx.t(`portal.assessments.status.${entry.status}`);
  return `${exactNumber(ctx, entry.value)} ${unit}`;
}

type Entry = Pick<StoredValue, 'status' | 'value'>;

/** What the assessed body says against a value; nothing when it says nothing. */
export function DisputeText({ ctx, entry }: DisputeProps): JSX.Element | null {
  if (!entry?.dispute) return null;
  const { text, disputedAt } = entry.dispute;
  return (
    <section aria-labelledby="disputed">
      <h2 class="govuk-heading-m" id="disputed">
        {ctx.t('portal.assessments.dispute')}
      </h2>
      <p class="govuk-body-s">{ctx.format.instant(disputedAt)}</p>
      <LocalizedParagraph ctx={ctx} text={text} />
    </section>
  );
}

interface DisputeProps {
  readonly ctx: PageContext;
  readonly entry: StoredValue | undefined;
}

/** Links to what a value rests on. */
export function EvidenceList({ evidence }: { readonly evidence: StoredValue['evidence'] }): JSX.Element {
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {evidence.map(({ title, url }) => (
        <li>
          <a class="govuk-link" href={url} rel="noopener nofollow external">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
