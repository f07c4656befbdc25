import type { JSX } from 'preact';
import type { PublicEdition, Workings } from '../../assessments/index.js';
import { FORMULA_IN_WORDS, indicatorsOf, type Indicator, type MethodologyRead } from '../../methodologies/index.js';
import { Table } from '../components/index.js';
import { Localized, LocalizedParagraph, Name, type Names, type PageContext } from '../frame/index.js';
import { exactNumber, periodText, scoreText } from './numbers.js';
import { dimensionSteps, totalSteps, type Step } from './workings-steps.js';

/** What the page of the workings shows. */
export interface WorkingsProps {
  readonly ctx: PageContext;
  readonly edition: PublicEdition;
  readonly methodology: MethodologyRead;
  readonly names: Names;
}

type WorkedDimension = Workings['methodology']['dimensions'][number];

/** How the score comes about, step by step, with every number unrounded. */
export function WorkingsBody(props: WorkingsProps): JSX.Element {
  const { ctx, edition, names } = props;
  const { workings, record } = edition;
  return (
    <>
      <span class="govuk-caption-xl">
        <Name ctx={ctx} names={names} id={edition.bodyId} />, {periodText(ctx, record)}
      </span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.workings.title')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.workings.lead')}</p>
      <Formula {...props} />
      <h2 class="govuk-heading-l">{ctx.t('portal.workings.stepValues')}</h2>
      <p class="govuk-body">
        {ctx.t('portal.workings.stepValuesText', { ceiling: workings.methodology.formula === 'e1' ? 200 : 100 })}
      </p>
      {workings.methodology.dimensions.map((dimension) => (
        <Values {...props} dimension={dimension} />
      ))}
      <h2 class="govuk-heading-l">{ctx.t('portal.workings.stepDimensions')}</h2>
      <p class="govuk-body">{ctx.t(`portal.workings.stepDimensionsText.${workings.methodology.formula}`)}</p>
      <Steps ctx={ctx} steps={dimensionSteps(ctx, workings)} />
      <h2 class="govuk-heading-l">{ctx.t('portal.workings.stepTotal')}</h2>
      <p class="govuk-body">{ctx.t(`portal.workings.stepTotalText.${workings.methodology.formula}`)}</p>
      <Steps ctx={ctx} steps={totalSteps(ctx, workings)} />
      <p class="govuk-body">
        <strong>{ctx.t('portal.workings.rounded', { score: scoreText(ctx, record.score) })}</strong>{' '}
        {ctx.t('portal.assessments.rounding')}
      </p>
      <Coverage {...props} />
      <Machine {...props} />
    </>
  );
}

function Formula({ ctx, methodology, edition }: WorkingsProps): JSX.Element {
  const { formula } = edition.workings.methodology;
  return (
    <>
      <h2 class="govuk-heading-l">{ctx.t('portal.workings.formula')}</h2>
      <LocalizedParagraph ctx={ctx} text={FORMULA_IN_WORDS[formula]} />
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`/methodologies/${methodology.id}`)}>
          <Localized ctx={ctx} text={methodology.name} />
          {`, ${ctx.t('portal.assessments.methodologyVersion', { number: methodology.edition })}`}
        </a>
      </p>
    </>
  );
}

function Values(props: WorkingsProps & { readonly dimension: WorkedDimension }): JSX.Element {
  const { ctx, edition, methodology, dimension } = props;
  const isE1 = edition.workings.methodology.formula === 'e1';
  const names = new Map(indicatorsOf(methodology).map(({ code, name }) => [code, name]));
  const t = (key: string): string => ctx.t(`portal.workings.${key}`);
  const heading = `values-${dimension.code}`;
  return (
    <div class="kenes-scroll" role="region" aria-labelledby={heading} tabIndex={0}>
      <Table
        caption={<span id={heading}>{ctx.t(`portal.assessments.dimension.${dimension.code}`)}</span>}
        captionClass="govuk-table__caption--m"
        head={[t('indicator'), t('raw'), t('scale'), t('score'), t(isE1 ? 'influence' : 'weight')]}
        firstCellIsHeader
        rows={dimension.indicators.map((indicator) => {
          const name = names.get(indicator.code);
          const weight = (isE1 ? indicator.influence : indicator.weight) ?? null;
          return [
            { content: name ? <Localized ctx={ctx} text={name} /> : indicator.code },
            rawText(ctx, edition.workings, indicator),
            `${exactNumber(ctx, indicator.scale.from)} → ${exactNumber(ctx, indicator.scale.to)}`,
            numberOr(ctx, valueOf(edition.workings, indicator.code)?.normalized, t('notCounted')),
            `${numberOr(ctx, weight, '–')}${isE1 ? ` (${indicator.index ?? '–'})` : ''}`,
          ];
        })}
      />
    </div>
  );
}

function valueOf({ values }: Workings, code: string): Workings['values'][number] | undefined {
  return values.find(({ indicator }) => indicator === code);
}

/** The raw value, or what stands in its place: what is missing, and what the methodology does with it. */
function rawText(ctx: PageContext, workings: Workings, indicator: WorkedDimension['indicators'][number]): string {
  const { status = 'missing', raw = null } = valueOf(workings, indicator.code) ?? {};
  const known = ctx.t(`portal.assessments.status.${status}`);
  if (status === 'not_applicable') return known;
  if (raw === null) return `${known}; ${treatedText(ctx, indicator.missing)}`;
  const number = exactNumber(ctx, raw);
  return status === 'value' ? number : `${known}; ${ctx.t('portal.workings.carried', { value: number })}`;
}

/** What the methodology does with a value that is missing where none is carried over. */
function treatedText(ctx: PageContext, missing: Indicator['missing']): string {
  return ctx.t(`portal.assessments.treated.${missing === 'carry_over' ? 'nothing_to_carry' : missing}`);
}

function Steps({ ctx, steps }: { readonly ctx: PageContext; readonly steps: readonly Step[] }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--spaced">
      {steps.map(({ name, sum, result }) => (
        <li class="govuk-body govuk-!-margin-bottom-3">
          <strong>{name}</strong>
          <br />
          {sum !== '' && `${sum} = `}
          <strong>{numberOr(ctx, result, ctx.t('portal.assessments.noScore'))}</strong>
        </li>
      ))}
    </ul>
  );
}

function Coverage({ ctx, edition }: WorkingsProps): JSX.Element {
  const { coverage } = edition.workings.total;
  return (
    <>
      <h2 class="govuk-heading-m">{ctx.t('portal.workings.coverage')}</h2>
      <p class="govuk-body">{ctx.t('portal.workings.coverageText', { coverage: exactNumber(ctx, coverage) })}</p>
    </>
  );
}

function Machine({ ctx, edition }: WorkingsProps): JSX.Element {
  const { assessmentId, number } = edition;
  return (
    <>
      <h2 class="govuk-heading-m">{ctx.t('portal.workings.machine')}</h2>
      <p class="govuk-body">
        {ctx.t('portal.workings.machineText')}{' '}
        <a class="govuk-link" href={`/api/v1/assessments/${assessmentId}/workings?version=${number}`}>
          {ctx.t('portal.workings.machineLink')}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`/assessments/${assessmentId}`, { version: number })}>
          {ctx.t('portal.workings.back')}
        </a>
      </p>
    </>
  );
}

function numberOr(ctx: PageContext, number: string | null | undefined, otherwise: string): string {
  return number === null || number === undefined ? otherwise : exactNumber(ctx, number);
}
