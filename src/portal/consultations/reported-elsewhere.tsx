import type { JSX } from 'preact';
import type { AnswerFiguresResponse } from '../../answers/index.js';
import type { SourceResponse } from '../../imports/index.js';
import { localDateOf } from '../../platform/kernel/index.js';
import type { Tally } from '../../reports/index.js';
import { AnswerFigures } from '../comments/answer-figures.js';
import type { PageContext } from '../frame/index.js';
import { Counted } from './counted.js';

/** What is known of a discussion whose report was published on the national portal. */
export interface Elsewhere {
  readonly source: SourceResponse;
  /** Counted now, of what was taken over. */
  readonly tally: Tally;
  readonly answers: AnswerFiguresResponse;
}

/** Where the report is, and the figures that are counted here: there is no report of ours to show. */
export function ReportedElsewhere({ ctx, source, tally, answers }: ReportedElsewhereProps): JSX.Element {
  const { consultationId, reportUrl, url, importedAt, missingEntries } = source;
  const t = (key: string, params = {}): string => ctx.t(`portal.elsewhere.${key}`, params);
  return (
    <section aria-labelledby="report">
      <h2 class="govuk-heading-l" id="report">
        {ctx.t('portal.consultation.report')}
      </h2>
      <p class="govuk-body">{t('text', { date: ctx.format.date(localDateOf(importedAt)) })}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={reportUrl ?? url}>
          {t(reportUrl === null ? 'discussion' : 'report')}
        </a>
      </p>
      {missingEntries > 0 && <p class="govuk-body">{t('missing', { count: missingEntries })}</p>}
      <Counted ctx={ctx} tally={tally} />
      {tally.unanswered > 0 && <p class="govuk-body">{t('unanswered', { count: tally.unanswered })}</p>}
      {tally.further.groups > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultationId}/groups`)}>
            {ctx.t('portal.groups.toGroups')}
          </a>
        </p>
      )}
      <AnswerFigures ctx={ctx} figures={answers} level={3} />
    </section>
  );
}

interface ReportedElsewhereProps extends Elsewhere {
  readonly ctx: PageContext;
}
