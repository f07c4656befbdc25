import type { JSX } from 'preact';
import type { AssessmentRecord } from '../../assessments/index.js';
import { Details, type RichCell, Table, Tag } from '../components/index.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';
import { treatmentText, valueText, type AssessedDimension, type AssessedIndicator } from './assessed.js';
import { exactNumber, scoreText } from './numbers.js';

/** What the body says to single indicators. */
type Remarks = NonNullable<AssessmentRecord['reply']>['remarks'];

interface DimensionProps {
  readonly ctx: PageContext;
  readonly dimension: AssessedDimension;
  /** Codes of the indicators under the threshold of rule A2. */
  readonly weak: readonly string[];
  readonly remarks: Remarks;
}

/** A dimension: its indicators with value, score and evidence, then what was said of them. */
export function DimensionView({ ctx, dimension, weak, remarks }: DimensionProps): JSX.Element {
  const { code, score, counted, of, indicators } = dimension;
  const t = (key: string): string => ctx.t(`portal.assessments.${key}`);
  const name = t(`dimension.${code}`);
  return (
    <section aria-labelledby={`dimension-${code}`}>
      <h3 class="govuk-heading-m" id={`dimension-${code}`}>
        {`${name}: ${scoreText(ctx, score)}`}
      </h3>
      <div class="kenes-scroll" role="group" aria-labelledby={`dimension-${code}`} tabIndex={0}>
        <Table
          caption={ctx.t('portal.assessments.counted', { counted, of })}
          captionClass="govuk-table__caption--s"
          head={[t('indicator'), t('value'), { content: t('scoreHead'), format: 'numeric' }, t('evidence')]}
          firstCellIsHeader
          rows={indicators.map((one) => [
            nameCell(ctx, one, weak),
            valueCell(ctx, one),
            { content: scoreOf(ctx, one), format: 'numeric' },
            { content: <EvidenceLinks ctx={ctx} one={one} /> },
          ])}
        />
      </div>
      {indicators.map((one) => (
        <Said ctx={ctx} one={one} remarks={remarks.filter(({ indicator }) => indicator === one.indicator.code)} />
      ))}
    </section>
  );
}

function nameCell(ctx: PageContext, { indicator }: AssessedIndicator, weak: readonly string[]): RichCell {
  return {
    content: (
      <>
        <Localized ctx={ctx} text={indicator.name} />
        {weak.includes(indicator.code) && (
          <>
            <br />
            <Tag colour="orange">{ctx.t('portal.assessments.weak')}</Tag>
          </>
        )}
      </>
    ),
  };
}

function valueCell(ctx: PageContext, one: AssessedIndicator): RichCell {
  const treatment = treatmentText(ctx, one);
  const from = one.value?.carriedFrom;
  return {
    content: (
      <>
        {valueText(ctx, one)}
        {treatment && <span class="kenes-other-language">{treatment}</span>}
        {from && (
          <a class="govuk-link" href={ctx.url(`/assessments/${from}`)}>
            {ctx.t('portal.assessments.carriedFrom')}
          </a>
        )}
      </>
    ),
  };
}

function scoreOf(ctx: PageContext, { value }: AssessedIndicator): string {
  const score = value?.score ?? null;
  return score === null ? ctx.t('portal.assessments.notCounted') : exactNumber(ctx, score);
}

function EvidenceLinks({ ctx, one }: OneProps): JSX.Element {
  const { evidence = [], judgements = [] } = one.value ?? {};
  if (evidence.length === 0) {
    return <>{ctx.t(judgements.length > 0 ? 'portal.assessments.judgedBelow' : 'portal.assessments.noEvidence')}</>;
  }
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

/** The grounds of the assessors, the remarks of the body, and its dispute, where there are any. */
export function Said({ ctx, one, remarks }: OneProps & { readonly remarks: Remarks }): JSX.Element | null {
  const { judgements = [], dispute = null } = one.value ?? {};
  if (judgements.length + remarks.length === 0 && dispute === null) return null;
  return (
    <Details summary={ctx.t('portal.assessments.said', { indicator: ctx.text(one.indicator.name) })}>
      <Judgements ctx={ctx} judgements={judgements} />
      {remarks.map(({ text }) => (
        <>
          <h4 class="govuk-heading-s">{ctx.t('portal.assessments.remark')}</h4>
          <LocalizedParagraph ctx={ctx} text={text} />
        </>
      ))}
      {dispute && (
        <>
          <h4 class="govuk-heading-s">{ctx.t('portal.assessments.dispute')}</h4>
          <LocalizedParagraph ctx={ctx} text={dispute.text} />
        </>
      )}
    </Details>
  );
}

/** The scores of the assessors with their grounds; nothing while there are none to show. */
export function Judgements({ ctx, judgements }: JudgementsProps): JSX.Element | null {
  if (judgements.length === 0) return null;
  return (
    <>
      <h4 class="govuk-heading-s">{ctx.t('portal.assessments.grounds')}</h4>
      <ul class="govuk-list govuk-list--bullet">
        {judgements.map(({ score, grounds }) => (
          <li>
            <strong>{exactNumber(ctx, score)}</strong> – <span class="kenes-as-written">{grounds}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface JudgementsProps {
  readonly ctx: PageContext;
  readonly judgements: AssessmentRecord['values'][number]['judgements'];
}

interface OneProps {
  readonly ctx: PageContext;
  readonly one: AssessedIndicator;
}
