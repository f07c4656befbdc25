import type { JSX } from 'preact';
import type { PastResult } from '../../assessments/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { InsetText, Table } from '../components/index.js';
import { Localized, type PageContext } from '../frame/index.js';
import { Chart } from './chart.js';
import { periodText, scoreText } from './numbers.js';
import { byVersion, type VersionResults } from './years-chart.js';

/** What the page of one body through the years shows. */
export interface BodyYearsProps {
  readonly ctx: PageContext;
  readonly bodyId: string;
  readonly name: LocalizedText;
  readonly results: readonly PastResult[];
}

/** The results of a body through the years, as a chart and as tables. */
export function BodyYearsBody({ ctx, bodyId, name, results }: BodyYearsProps): JSX.Element {
  return (
    <>
      <span class="govuk-caption-xl">{ctx.t('portal.assessments.years')}</span>
      <h1 class="govuk-heading-xl">
        <Localized ctx={ctx} text={name} note />
      </h1>
      {results.length === 0 ? (
        <p class="govuk-body">{ctx.t('portal.assessments.neverAssessed')}</p>
      ) : (
        <>
          <Chart ctx={ctx} path={`/assessments/bodies/${bodyId}/chart`} alt={ctx.t('portal.assessments.yearsChart')} />
          {byVersion(ctx, results).map((version) => (
            <VersionTable ctx={ctx} version={version} />
          ))}
          <InsetText>
            {ctx.t('portal.assessments.notCompared')} {ctx.t('portal.assessments.rounding')}
          </InsetText>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url('/assessments')}>
          {ctx.t('portal.assessments.all')}
        </a>
      </p>
    </>
  );
}

function VersionTable({ ctx, version }: { readonly ctx: PageContext; readonly version: VersionResults }): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.assessments.${key}`);
  const [{ methodologyId }] = version.results;
  return (
    <div class="kenes-scroll" role="region" aria-label={version.name} tabIndex={0}>
      <Table
        caption={
          <a class="govuk-link" href={ctx.url(`/methodologies/${methodologyId}`)}>
            {version.name}
          </a>
        }
        captionClass="govuk-table__caption--m"
        head={[
          t('periodHead'),
          { content: t('score'), format: 'numeric' },
          { content: t('coverage'), format: 'numeric' },
        ]}
        rows={version.results.map((result) => [
          {
            content: (
              <a class="govuk-link" href={ctx.url(`/assessments/${result.id}`)}>
                {periodText(ctx, result)}
              </a>
            ),
          },
          { content: scoreText(ctx, result.score), format: 'numeric' },
          { content: ctx.format.percent(Number(result.coverage)), format: 'numeric' },
        ])}
      />
    </div>
  );
}
