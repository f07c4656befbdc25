import type { JSX } from 'preact';
import type { Dimension, Indicator, MethodologiesQueries } from '../../methodologies/index.js';
import { SummaryList, Table } from '../components/index.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';
import { exactNumber } from './numbers.js';

interface MethodologyProps {
  readonly ctx: PageContext;
  readonly methodology: Awaited<ReturnType<MethodologiesQueries['one']>>;
}

/** A methodology: how scores are made, then every indicator by dimension. */
export function MethodologyBody(props: MethodologyProps): JSX.Element {
  const { ctx, methodology } = props;
  const { name, version, formulaText, dimensions, formula } = methodology;
  return (
    <>
      <span class="govuk-caption-xl">
        {ctx.t('portal.methodology.one')}, {ctx.t('portal.assessments.methodologyVersion', { number: version })}
      </span>
      <h1 class="govuk-heading-xl">
        <Localized ctx={ctx} text={name} note />
      </h1>
      <Facts {...props} />
      <h2 class="govuk-heading-l">{ctx.t('portal.methodology.formula')}</h2>
      <LocalizedParagraph ctx={ctx} text={formulaText} />
      {formula === 'e1' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${ctx.url('/rules')}#E1`}>
            {ctx.t('portal.assessments.ruleOf', { rule: 'E1' })}
          </a>
        </p>
      )}
      <h2 class="govuk-heading-l">{ctx.t('portal.methodology.dimensions')}</h2>
      {dimensions.map((dimension) => (
        <DimensionTable ctx={ctx} dimension={dimension} isE1={formula === 'e1'} />
      ))}
      <Meanings ctx={ctx} />
    </>
  );
}

function Facts({ ctx, methodology }: MethodologyProps): JSX.Element {
  const { id, state, publishedAt, retiredAt, previousId } = methodology;
  const t = (key: string): string => ctx.t(`portal.methodology.${key}`);
  const when = (at: Date | null): string => (at === null ? '' : ctx.format.instant(at));
  return (
    <SummaryList
      rows={[
        { key: t('state'), value: t(`states.${state}`) },
        publishedAt !== null && { key: t('publishedAt'), value: when(publishedAt) },
        retiredAt !== null && { key: t('retiredAt'), value: when(retiredAt) },
        previousId !== null && {
          key: t('previous'),
          value: (
            <a class="govuk-link" href={ctx.url(`/methodologies/${previousId}`)}>
              {t('previousLink')}
            </a>
          ),
        },
        {
          key: t('acts'),
          value: (
            <a class="govuk-link" href={ctx.url('/timeline', { subject: `methodology:${id}` })}>
              {t('actsLink')}
            </a>
          ),
        },
        {
          key: t('results'),
          value: (
            <a class="govuk-link" href={ctx.url('/assessments', { methodology: id })}>
              {t('ranking')}
            </a>
          ),
        },
      ]}
    />
  );
}

function DimensionTable({ ctx, dimension, isE1 }: DimensionProps): JSX.Element {
  const { code, weight, indicators } = dimension;
  const t = (key: string): string => ctx.t(`portal.methodology.${key}`);
  const name = ctx.t(`portal.assessments.dimension.${code}`);
  const heading = weight === null ? name : `${name}, ${t('weight').toLowerCase()}: ${exactNumber(ctx, weight)}`;
  return (
    <section aria-labelledby={code}>
      <h3 class="govuk-heading-m" id={code}>
        {heading}
      </h3>
      <div class="kenes-scroll" role="group" aria-labelledby={code} tabIndex={0}>
        <Table
          caption={ctx.t('portal.methodology.indicators', { count: indicators.length })}
          captionClass="govuk-table__caption--s"
          head={[t('indicator'), t(isE1 ? 'influence' : 'weight'), t('scale'), t('source'), t('missing')]}
          firstCellIsHeader
          rows={indicators.map((indicator) => [
            { content: <Localized ctx={ctx} text={indicator.name} /> },
            weightText(ctx, indicator, isE1),
            scaleText(ctx, indicator),
            t(`sources.${indicator.source}`),
            t(`treatments.${indicator.missing}`),
          ])}
        />
      </div>
    </section>
  );
}

interface DimensionProps {
  readonly ctx: PageContext;
  readonly dimension: Dimension;
  readonly isE1: boolean;
}

function weightText(ctx: PageContext, { weight, influence, index }: Indicator, isE1: boolean): string {
  const text = isE1 ? influence : weight;
  const number = text === null ? '–' : exactNumber(ctx, text);
  return isE1 && index !== null ? `${number} (${index})` : number;
}

function scaleText(ctx: PageContext, { scale, unit, direction }: Indicator): string {
  const [from, to] = [exactNumber(ctx, scale.from), exactNumber(ctx, scale.to)];
  return ctx.t(`portal.methodology.scaleOf.${direction}`, { from, to, unit });
}

/** What the words in the tables mean. */
function Meanings({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.methodology.${key}`);
  return (
    <section aria-labelledby="meanings">
      <h2 class="govuk-heading-m" id="meanings">
        {t('meanings')}
      </h2>
      <SummaryList
        rows={['exclude', 'carry_over', 'zero'].map((way) => ({
          key: t(`treatments.${way}`),
          value: t(`meaning.${way}`),
        }))}
      />
      <p class="govuk-body">{ctx.t('portal.assessments.three')}</p>
    </section>
  );
}
