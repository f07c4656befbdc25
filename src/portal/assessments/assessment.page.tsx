import type { JSX } from 'preact';
import type { EditionItem, PublicEdition } from '../../assessments/index.js';
import type { FollowUpResponse, GapResponse } from '../../follow-ups/index.js';
import type { MethodologyRead } from '../../methodologies/index.js';
import { InsetText, SummaryList } from '../components/index.js';
import { Localized, LocalizedParagraph, Name, type Names, type PageContext } from '../frame/index.js';
import { After } from './after.js';
import { assessedDimensions } from './assessed.js';
import type { NamedAssessor } from './assessors.queries.js';
import { Chart } from './chart.js';
import { DimensionView } from './dimension-view.js';
import { periodText, scoreText } from './numbers.js';

/** What the page of an assessment shows. */
export interface AssessmentProps {
  readonly ctx: PageContext;
  readonly edition: PublicEdition;
  readonly methodology: MethodologyRead;
  readonly names: Names;
  readonly editions: readonly EditionItem[];
  readonly assessors: readonly NamedAssessor[];
  readonly gaps: readonly GapResponse[];
  readonly followUps: readonly FollowUpResponse[];
  /** Below which address its chart and workings are; without it that of everybody. */
  readonly at?: string;
}

/** An assessment: the score and the reply side by side, then what the score is made of. */
export function AssessmentBody(props: AssessmentProps): JSX.Element {
  const { ctx, edition, names } = props;
  return (
    <>
      <span class="govuk-caption-xl">
        {ctx.t('portal.assessments.one')}, {periodText(ctx, edition.record)}
      </span>
      <h1 class="govuk-heading-xl">
        <Name ctx={ctx} names={names} id={edition.bodyId} />
      </h1>
      <Corrected {...props} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <Total {...props} />
        </div>
        <div class="govuk-grid-column-one-half">
          <Reply {...props} />
        </div>
      </div>
      <Parts {...props} />
      <Assessors {...props} />
      <After {...props} />
      <Versions {...props} />
    </>
  );
}

function ofEverybody({ assessmentId }: AssessmentProps['edition']): string {
  return `/assessments/${assessmentId}`;
}

/** Tells that this is not the latest version, or why it corrects the one before. */
function Corrected({ ctx, edition, editions }: AssessmentProps): JSX.Element | null {
  const latest = editions[0]?.number ?? edition.number;
  const { correction } = edition.record;
  if (edition.number < latest) {
    return (
      <InsetText>
        {ctx.t('portal.assessments.superseded', { number: edition.number })}{' '}
        <a class="govuk-link" href={ctx.url(`/assessments/${edition.assessmentId}`)}>
          {ctx.t('portal.assessments.latest')}
        </a>
      </InsetText>
    );
  }
  if (!correction) return null;
  return (
    <InsetText>
      <p class="govuk-body">{ctx.t('portal.assessments.corrects', { number: edition.number - 1 })}</p>
      <LocalizedParagraph ctx={ctx} text={correction} />
    </InsetText>
  );
}

function Total({ ctx, edition, methodology, names, at = ofEverybody(edition) }: AssessmentProps): JSX.Element {
  const { record, number, councilId, publishedOn } = edition;
  const t = (key: string): string => ctx.t(`portal.assessments.${key}`);
  return (
    <section aria-labelledby="score">
      <h2 class="govuk-heading-m" id="score">
        {t('score')}
      </h2>
      <p class="govuk-heading-xl govuk-!-margin-bottom-2">{scoreText(ctx, record.score)}</p>
      <p class="govuk-body-s">{t('rounding')}</p>
      <SummaryList
        rows={[
          {
            key: t('methodology'),
            value: (
              <a class="govuk-link" href={ctx.url(`/methodologies/${methodology.id}`)}>
                <Localized ctx={ctx} text={methodology.name} />
                {`, ${ctx.t('portal.assessments.methodologyVersion', { number: methodology.edition })}`}
              </a>
            ),
          },
          { key: t('coverage'), value: ctx.format.percent(Number(record.coverage)) },
          {
            key: t('council'),
            value: (
              <a class="govuk-link" href={ctx.url(`/councils/${councilId}`)}>
                <Name ctx={ctx} names={names} id={councilId} />
              </a>
            ),
          },
          { key: t('publishedOn'), value: ctx.format.date(publishedOn) },
        ]}
      />
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={ctx.url(`${at}/workings`, { version: number })}>
            {t('workings')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={ctx.url(`/assessments/bodies/${edition.bodyId}`)}>
            {t('through')}
          </a>
        </li>
      </ul>
    </section>
  );
}

/** The reply stands where the score stands, or that there is none and until when it could be given (A1). */
function Reply({ ctx, edition }: AssessmentProps): JSX.Element {
  const { reply, dueOn } = edition.record;
  return (
    <section aria-labelledby="reply">
      <h2 class="govuk-heading-m" id="reply">
        {ctx.t('portal.assessments.reply')}
      </h2>
      {reply ? (
        <>
          <p class="govuk-body-s">
            {ctx.t('portal.assessments.repliedAt', { instant: ctx.format.instant(reply.repliedAt) })}
          </p>
          <LocalizedParagraph ctx={ctx} text={reply.text} />
        </>
      ) : (
        <p class="govuk-body">
          {dueOn === null
            ? ctx.t('portal.assessments.noReply')
            : ctx.t('portal.assessments.noReplyBy', { date: ctx.format.date(dueOn) })}{' '}
          <a class="govuk-link" href={`${ctx.url('/rules')}#A1`}>
            {ctx.t('portal.assessments.ruleOf', { rule: 'A1' })}
          </a>
        </p>
      )}
    </section>
  );
}

function Parts({ ctx, edition, methodology, at = ofEverybody(edition) }: AssessmentProps): JSX.Element {
  const { record, number, weak } = edition;
  return (
    <section aria-labelledby="parts">
      <h2 class="govuk-heading-l" id="parts">
        {ctx.t('portal.assessments.parts')}
      </h2>
      <Chart ctx={ctx} path={`${at}/chart`} query={{ version: number }} alt={ctx.t('portal.assessments.chart')} />
      {assessedDimensions(record, methodology).map((dimension) => (
        <DimensionView ctx={ctx} dimension={dimension} weak={weak} remarks={record.reply?.remarks ?? []} />
      ))}
      <p class="govuk-body-s">{ctx.t('portal.assessments.three')}</p>
    </section>
  );
}

function Assessors({ ctx, edition, assessors }: AssessmentProps): JSX.Element {
  const { members, civilSociety } = edition.record.assessors;
  return (
    <section aria-labelledby="assessors">
      <h2 class="govuk-heading-m" id="assessors">
        {ctx.t('portal.assessments.assessors')}
      </h2>
      <p class="govuk-body">
        {ctx.t('portal.assessments.assessorCount', { members, civilSociety })}{' '}
        <a class="govuk-link" href={`${ctx.url('/rules')}#A3`}>
          {ctx.t('portal.assessments.ruleOf', { rule: 'A3' })}
        </a>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {assessors.map(({ familyName, givenName, seat }) => (
          <li>
            {familyName} {givenName}, {ctx.t(`portal.assessments.seat.${seat}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Versions({ ctx, edition, editions }: AssessmentProps): JSX.Element | null {
  if (editions.length < 2) return null;
  return (
    <section aria-labelledby="versions">
      <h2 class="govuk-heading-m" id="versions">
        {ctx.t('portal.assessments.versions')}
      </h2>
      <ul class="govuk-list govuk-list--spaced">
        {editions.map(({ number, publishedOn, score, correction }) => {
          const name = ctx.t('portal.assessments.versionOf', { number, date: ctx.format.date(publishedOn) });
          return (
            <li>
              {number === edition.number ? (
                <strong>{name}</strong>
              ) : (
                <a class="govuk-link" href={ctx.url(`/assessments/${edition.assessmentId}`, { version: number })}>
                  {name}
                </a>
              )}
              {`: ${scoreText(ctx, score)}`}
              {correction && (
                <>
                  <br />
                  <Localized ctx={ctx} text={correction} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
