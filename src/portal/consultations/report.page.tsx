import type { JSX } from 'preact';
import { OUTCOMES, type LinkedProvisions } from '../../comments/index.js';
import { channels, type ConsultationRead } from '../../consultations/index.js';
import type { ReportText } from '../../reports/index.js';
import { SummaryList } from '../components/index.js';
import { Localized, LocalizedParagraph, Name, type PageContext, Paging } from '../frame/index.js';
import type { ReportFrame, ReportPartProps } from './report-frame.js';
import { ReportAnnex, ReportChanges, ReportCheck, ReportFiles } from './report-parts.js';
import { ReportTextView } from './report-text.js';

interface ReportProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  /** On the first page only. */
  readonly frame: ReportFrame | undefined;
  readonly texts: readonly ReportText[];
  /** Where answers lead to. */
  readonly linked: LinkedProvisions;
  readonly next: string | null;
  readonly after: string | undefined;
}

/** A completion report: figures, what changed, every text with its answer, the annex, and how to check it. */
export function ReportBody({ ctx, consultation, frame, texts, linked, next, after }: ReportProps): JSX.Element {
  const path = `/consultations/${consultation.id}/report`;
  const parts = frame && { ctx, consultation, ...frame };
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.consultation.report')}</h1>
        {parts && (
          <>
            {parts.report.summary && <LocalizedParagraph ctx={ctx} text={parts.report.summary} />}
            <p class="govuk-body">{ctx.t('portal.report.asOf')}</p>
            <Figures {...parts} />
            <ReportFiles {...parts} />
            <ReportChanges {...parts} />
          </>
        )}
        <h2 class="govuk-heading-l" id="texts">
          {ctx.t('portal.report.texts')}
        </h2>
        {frame && <p class="govuk-body">{ctx.t('portal.report.textsLead')}</p>}
        {texts.length === 0 && <p class="govuk-body">{ctx.t('portal.report.noTexts')}</p>}
        {texts.map((text) => (
          <ReportTextView ctx={ctx} consultationId={consultation.id} text={text} linked={linked} />
        ))}
        <Paging ctx={ctx} path={path} query={{ after }} next={next} />
        {parts && (
          <>
            <ReportAnnex {...parts} />
            <ReportCheck {...parts} />
          </>
        )}
      </div>
    </div>
  );
}

function Figures({ ctx, consultation, report, names }: ReportPartProps): JSX.Element {
  const { publishedOn, dueOn, counts } = report;
  const { total, withdrawn, answered, answeredOnTime, participants, texts, groups, inGroups } = counts;
  const days = { on: ctx.format.date(publishedOn), due: ctx.format.date(dueOn) };
  const figure = (key: string, value: number) => ({ key: ctx.t(`portal.${key}`), value: ctx.format.number(value) });
  return (
    <section aria-labelledby="figures">
      <h2 class="govuk-heading-l" id="figures">
        {ctx.t('portal.report.figures')}
      </h2>
      <p class="govuk-body">{ctx.t('portal.report.alike', { total, texts })}</p>
      <p class="govuk-body">
        {ctx.t('portal.report.groups', { groups, inGroups })}{' '}
        {groups > 0 && (
          <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}/groups`)}>
            {ctx.t('portal.groups.toGroups')}
          </a>
        )}
      </p>
      <SummaryList
        rows={[
          {
            key: ctx.t('portal.consultation.body'),
            value: <Name ctx={ctx} names={names} id={consultation.bodyId} />,
          },
          { key: ctx.t('portal.consultation.reportOn'), value: ctx.t('portal.consultation.reportDays', days) },
          figure('consultation.participants', participants),
          figure('consultation.total', total),
          figure('report.withdrawn', withdrawn),
          figure('consultation.answered', answered),
          figure('consultation.answeredOnTime', answeredOnTime),
          ...OUTCOMES.map((one) => figure(`consultation.outcomes.${one}`, counts.byOutcome[one] ?? 0)),
          {
            key: ctx.t('portal.report.byChannel'),
            value: countsText(ctx, counts.byChannel, (code) => nameOf(ctx, code)),
          },
          {
            key: ctx.t('portal.report.byLanguage'),
            value: countsText(ctx, counts.byLanguage, (lang) => ctx.t('portal.report.inLanguage', { lang })),
          },
        ]}
      />
    </section>
  );
}

function countsText(
  ctx: PageContext,
  counts: Readonly<Record<string, number>>,
  name: (code: string) => string,
): string {
  const parts = Object.entries(counts).map(([code, count]) =>
    ctx.t('portal.report.counted', { name: name(code), count }),
  );
  return parts.length > 0 ? parts.join('; ') : '–';
}

function nameOf(ctx: PageContext, code: string): string {
  const channel = channels.find((one) => one.code === code);
  return channel ? ctx.text(channel.name) : code;
}
