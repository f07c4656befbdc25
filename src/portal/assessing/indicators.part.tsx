import type { JSX } from 'preact';
import {
  isDisputeOpen,
  isJudgementOpen,
  isValueOpen,
  JUDGED,
  mayDispute,
  mayEnterValues,
} from '../../assessments/index.js';
import type { Indicator } from '../../methodologies/index.js';
import {
  assessedDimensions,
  treatmentText,
  valueText,
  type AssessedDimension,
  type AssessedIndicator,
} from '../assessments/assessed.js';
import { Said } from '../assessments/dimension-view.js';
import { exactNumber, scoreText } from '../assessments/numbers.js';
import { type RichCell, Table, Tag } from '../components/index.js';
import { Localized } from '../frame/index.js';
import { EvidenceList } from './parts.js';
import type { WorkProps } from './work.js';

/** All indicators with what is known of each, who judged, and what the reader can do with it. */
export function IndicatorsPart(props: WorkProps): JSX.Element {
  const { ctx, screen } = props;
  const { record, methodology } = screen.work;
  return (
    <section aria-labelledby="indicators">
      <h2 class="govuk-heading-l" id="indicators">
        {ctx.t('portal.assessing.indicators')}
      </h2>
      {assessedDimensions(record, methodology).map((dimension) => (
        <DimensionTable {...props} dimension={dimension} />
      ))}
      <p class="govuk-body-s">{ctx.t('portal.assessments.three')}</p>
    </section>
  );
}

function DimensionTable(props: WorkProps & { readonly dimension: AssessedDimension }): JSX.Element {
  const { ctx, screen, dimension } = props;
  const { remarks = [] } = screen.work.record.reply ?? {};
  const { code, score, counted, of, indicators } = dimension;
  const t = (key: string): string => ctx.t(`portal.assessments.${key}`);
  const id = `dimension-${code}`;
  return (
    <section aria-labelledby={id}>
      <h3 class="govuk-heading-m" id={id}>
        {`${t(`dimension.${code}`)}: ${scoreText(ctx, score)}`}
      </h3>
      <div class="kenes-scroll" role="group" aria-labelledby={id} tabIndex={0}>
        <Table
          caption={ctx.t('portal.assessments.counted', { counted, of })}
          captionClass="govuk-table__caption--s"
          head={[
            t('indicator'),
            t('value'),
            { content: t('scoreHead'), format: 'numeric' },
            t('evidence'),
            ctx.t('portal.assessing.whoJudged'),
            ctx.t('portal.assessing.toDo'),
          ]}
          firstCellIsHeader
          rows={indicators.map((one) => {
            const given = { ...props, one };
            return [
              nameCell(given),
              valueCell(given),
              scoreCell(given),
              evidenceCell(given),
              judgedCell(given),
              doCell(given),
            ];
          })}
        />
      </div>
      {indicators.map((one) => (
        <Said ctx={ctx} one={one} remarks={remarks.filter(({ indicator }) => indicator === one.indicator.code)} />
      ))}
    </section>
  );
}

interface OneProps extends WorkProps {
  readonly one: AssessedIndicator;
}

function entryOf({ screen, one }: OneProps) {
  return screen.work.entries.find((entry) => entry.indicator === one.indicator.code);
}

/** The name leads to what can be done: on a narrow screen the column of actions is out of sight. */
function nameCell(props: OneProps): RichCell {
  const { ctx, one } = props;
  const name = <Localized ctx={ctx} text={one.indicator.name} />;
  const [link] = linksOf(props);
  return {
    content: (
      <>
        {link ? (
          <a class="govuk-link" href={hrefOf(props, link)}>
            {name}
            <span class="govuk-visually-hidden">: {ctx.t(`portal.assessing.do.${link.word}`)}</span>
          </a>
        ) : (
          name
        )}
        {entryOf(props)?.dispute && (
          <>
            <br />
            <Tag colour="orange">{ctx.t('portal.assessing.disputed')}</Tag>
          </>
        )}
      </>
    ),
  };
}

/** What was never entered is told from what was entered as missing. */
function valueCell(props: OneProps): RichCell {
  const { ctx, one } = props;
  if (!one.value) return { content: ctx.t('portal.assessing.noEntry') };
  const treatment = treatmentText(ctx, one);
  return {
    content: (
      <>
        {valueText(ctx, one)}
        {treatment && <span class="kenes-other-language">{treatment}</span>}
      </>
    ),
  };
}

function scoreCell({ ctx, one }: OneProps): RichCell {
  const score = one.value?.score ?? null;
  return { content: score === null ? '–' : exactNumber(ctx, score), format: 'numeric' };
}

function evidenceCell(props: OneProps): RichCell {
  const evidence = entryOf(props)?.evidence ?? [];
  return { content: evidence.length === 0 ? '–' : <EvidenceList evidence={evidence} /> };
}

/** Who has judged and who has not; the scores themselves are shown once all have. */
function judgedCell({ ctx, screen, one }: OneProps): RichCell {
  const { source, code } = one.indicator;
  if (source !== JUDGED) return { content: ctx.t(`portal.methodology.sources.${source}`) };
  const { assessors, work } = screen;
  if (assessors.length === 0) return { content: ctx.t('portal.assessing.noAssessors') };
  const given = new Set(work.judged.filter(({ indicator }) => indicator === code).map(({ memberId }) => memberId));
  const waited = assessors.filter(({ memberId }) => !given.has(memberId));
  const names = waited.map(({ familyName, givenName }) => `${familyName} ${givenName}`);
  return {
    content: (
      <>
        {ctx.t('portal.assessing.judgedOf', { count: assessors.length - waited.length, of: assessors.length })}
        {names.length > 0 && work.record.state === 'in_review' && (
          <span class="kenes-other-language">{ctx.t('portal.assessing.waitedFor', { names: names.join(', ') })}</span>
        )}
      </>
    ),
  };
}

/** Links to the forms that are open to the reader now. */
function doCell(props: OneProps): RichCell {
  const links = linksOf(props);
  const { ctx, one } = props;
  const about = ctx.text(one.indicator.name);
  return {
    content:
      links.length === 0 ? (
        '–'
      ) : (
        <ul class="govuk-list govuk-!-margin-bottom-0">
          {links.map((link) => (
            <li>
              <a class="govuk-link" href={hrefOf(props, link)}>
                {ctx.t(`portal.assessing.do.${link.word}`)}
                <span class="govuk-visually-hidden">: {about}</span>
              </a>
            </li>
          ))}
        </ul>
      ),
  };
}

/** Of an indicator that assessors judge it can only be marked that they need not. */
function wordOf({ source }: Indicator, entry: object | undefined): string {
  if (entry) return 'change';
  return source === JUDGED ? 'mark' : 'enter';
}

/** A form that is open to the reader: its part of the address, and what it does. */
interface Link {
  readonly part: string;
  readonly word: string;
}

function hrefOf({ ctx, screen, one }: OneProps, { part }: Link): string {
  return ctx.url(`/desk/assessments/${screen.work.record.id}/${part}/${one.indicator.code}`);
}

function linksOf(props: OneProps): Link[] {
  const { ctx, screen, one } = props;
  const { record, scope, seat, own } = screen.work;
  const { state } = record;
  const entry = entryOf(props);
  const indicator: Indicator = one.indicator;
  const has = own.some((judgement) => judgement.indicator === indicator.code);
  const links: [boolean, string, string][] = [
    [
      mayEnterValues(ctx.by, scope) === 'allowed' && isValueOpen(state, indicator, entry),
      'values',
      wordOf(indicator, entry),
    ],
    [seat !== undefined && isJudgementOpen(state, indicator, entry), 'judgements', has ? 'judgeAgain' : 'judge'],
    [
      mayDispute(ctx.by, scope) === 'allowed' && isDisputeOpen(state, entry),
      'disputes',
      entry?.dispute ? 'disputeAgain' : 'dispute',
    ],
  ];
  return links.flatMap(([isOpen, part, word]) => (isOpen ? [{ part, word }] : []));
}
