import type { JSX } from 'preact';
import type { AnswerFiguresResponse } from '../../answers/index.js';
import { OUTCOMES } from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import type { ReportResponse } from '../../reports/index.js';
import { AnswerFigures } from '../comments/answer-figures.js';
import { InsetText, SummaryList, Tag } from '../components/index.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';

interface OutcomeProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  /** Undefined before it is published. */
  readonly report: ReportResponse | undefined;
  /** How many answers are templates; undefined before the report is published. */
  readonly answers: AnswerFiguresResponse | undefined;
}

/** What came of a discussion: withdrawn and why, or its report, and what became of the text in the end. */
export function Outcome(props: OutcomeProps): JSX.Element {
  return (
    <>
      <Withdrawn {...props} />
      <Concluded {...props} />
      <Report {...props} />
    </>
  );
}

function Withdrawn({ ctx, consultation }: OutcomeProps): JSX.Element | null {
  const { withdrawnOn, withdrawalReasons } = consultation;
  if (withdrawalReasons === null) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        {withdrawnOn !== null && `${ctx.format.date(withdrawnOn)} – `}
        {ctx.t('portal.consultation.withdrawn')}
      </p>
      <LocalizedParagraph ctx={ctx} text={withdrawalReasons} />
    </InsetText>
  );
}

function Concluded({ ctx, consultation }: OutcomeProps): JSX.Element | null {
  const { result, concludedOn, adoptedAct: act, conclusionReasons } = consultation;
  if (result === null) return null;
  return (
    <section aria-labelledby="result">
      <h2 class="govuk-heading-l" id="result">
        {ctx.t('portal.consultation.resultTitle')}
      </h2>
      <p class="govuk-body">
        <Tag colour={result === 'adopted' ? 'green' : 'orange'}>{ctx.t(`portal.consultation.result.${result}`)}</Tag>{' '}
        {concludedOn !== null && ctx.format.date(concludedOn)}
      </p>
      {act && (
        <p class="govuk-body">
          <a class="govuk-link" href={act.url}>
            <Localized ctx={ctx} text={act.title} />
          </a>
          , {ctx.t('portal.consultation.actOf', { number: act.number, date: ctx.format.date(act.adoptedOn) })}
        </p>
      )}
      {conclusionReasons && <LocalizedParagraph ctx={ctx} text={conclusionReasons} />}
    </section>
  );
}

function Report({ ctx, report, answers }: OutcomeProps): JSX.Element | null {
  if (!report) return null;
  const { publishedOn, dueOn, summary, counts, breaches } = report;
  const { total, answered, answeredOnTime, participants, byOutcome } = counts;
  const t = (key: string): string => ctx.t(`portal.consultation.${key}`);
  const count = (key: string, value: number) => ({ key: t(key), value: ctx.format.number(value) });
  return (
    <section aria-labelledby="report">
      <h2 class="govuk-heading-l" id="report">
        {t('report')}
      </h2>
      {summary && <LocalizedParagraph ctx={ctx} text={summary} />}
      <SummaryList
        rows={[
          {
            key: t('reportOn'),
            value: ctx.t('portal.consultation.reportDays', {
              on: ctx.format.date(publishedOn),
              due: ctx.format.date(dueOn),
            }),
          },
          count('participants', participants),
          count('total', total),
          count('answered', answered),
          count('answeredOnTime', answeredOnTime),
          ...OUTCOMES.map((one) => ({
            key: ctx.t(`portal.consultation.outcomes.${one}`),
            value: ctx.format.number(byOutcome[one] ?? 0),
          })),
        ]}
      />
      {breaches.map(({ rule, required, actual }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={`${ctx.url('/rules')}#${rule}`}>
            {rule}
          </a>
          : {ctx.t('portal.councils.tooLate', { required: ctx.format.date(required), actual: ctx.format.date(actual) })}
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`/consultations/${report.consultationId}/report`)}>
          {ctx.t('portal.report.toReport')}
        </a>
      </p>
      {answers && <AnswerFigures ctx={ctx} figures={answers} level={3} />}
    </section>
  );
}
