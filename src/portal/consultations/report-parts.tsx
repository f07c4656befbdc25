import type { JSX } from 'preact';
import { countsOf, type ComparedProvision } from '../../comparisons/index.js';
import { isChanged, type OnProvision } from '../../reports/index.js';
import { SummaryList, Tag } from '../components/index.js';
import { Localized, Name, type PageContext } from '../frame/index.js';
import type { ReportPartProps } from './report-frame.js';
import { provisionName } from './printed-mark.js';

/** Changes on the page of a report; the comparison has all of them, word by word. */
const CHANGES_SHOWN = 40;

/** What changed in the draft, and what was said of each place that did. */
export function ReportChanges({ ctx, consultation, comparison, onProvisions }: ReportPartProps): JSX.Element {
  const changed = comparison.provisions.filter(isChanged);
  const said = new Map(onProvisions.map((one) => [one.provisionId, one]));
  const versions = { from: comparison.before.version, to: comparison.after.version };
  return (
    <section aria-labelledby="changes">
      <h2 class="govuk-heading-l" id="changes">
        {ctx.t('portal.report.changes')}
      </h2>
      {changed.length === 0 && <p class="govuk-body">{ctx.t('portal.report.noChanges')}</p>}
      {changed.length > 0 && (
        <>
          <p class="govuk-body">
            {ctx.t('portal.report.changed', { ...versions, ...countsOf(comparison.provisions) })}{' '}
            <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}/comparison`, versions)}>
              {ctx.t('portal.report.compare')}
            </a>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {changed.slice(0, CHANGES_SHOWN).map((one) => (
              <li>
                <Change ctx={ctx} one={one} said={said.get(one.provisionId)} />
              </li>
            ))}
          </ul>
          {changed.length > CHANGES_SHOWN && (
            <p class="govuk-body">
              {ctx.t('portal.report.firstChanges', { shown: CHANGES_SHOWN, count: changed.length })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface ChangeProps {
  readonly ctx: PageContext;
  readonly one: ComparedProvision;
  readonly said: OnProvision | undefined;
}

function Change({ ctx, one, said }: ChangeProps): JSX.Element {
  const { change, moved, before, after } = one;
  const place = after ?? before;
  return (
    <>
      {place && provisionName(ctx, place)}{' '}
      {change !== 'same' && <Tag>{ctx.t(`portal.comparison.change.${change}`)}</Tag>}{' '}
      {moved && <Tag colour="grey">{ctx.t('portal.comparison.moved')}</Tag>}
      <br />
      {said ? ctx.t('portal.report.onProvision', figuresOf(said)) : ctx.t('portal.report.unsaid')}
    </>
  );
}

function figuresOf({ comments, accepted, partly, declined }: OnProvision) {
  return { comments, accepted, partly, declined };
}

/** The opinions on the draft and the silence of councils (K2, K4). */
export function ReportAnnex({ ctx, report, names }: ReportPartProps): JSX.Element {
  const { annex, approvedBySilence } = report;
  return (
    <section aria-labelledby="annex">
      <h2 class="govuk-heading-l" id="annex">
        {ctx.t('portal.report.annex')}
      </h2>
      {annex.length + approvedBySilence.length === 0 && <p class="govuk-body">{ctx.t('portal.report.noOpinions')}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {annex.map(({ opinionId, councilId, organization, stance, late, decision }) => (
          <li>
            <a class="govuk-link" href={ctx.url(`/opinions/${opinionId}`)}>
              {organization ? (
                <Localized ctx={ctx} text={organization} />
              ) : (
                <Name ctx={ctx} names={names} id={councilId} />
              )}
            </a>
            : {ctx.t(`portal.opinions.stance.${stance}`)}
            {late && `, ${ctx.t('portal.opinions.late')}`}
            {decision !== null && `. ${ctx.t(`portal.opinions.decision.${decision}`)}`}
          </li>
        ))}
        {approvedBySilence.map((id) => (
          <li>
            <Name ctx={ctx} names={names} id={id} />: {ctx.t('portal.opinions.silent')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The report as files. */
export function ReportFiles({ ctx, consultation, report }: ReportPartProps): JSX.Element {
  const folder = `/api/v1/consultations/${consultation.id}/report`;
  const files = [
    ['pdf', `report.pdf?lang=${ctx.lang}`],
    ['docx', `report.docx?lang=${ctx.lang}`],
    ['comma', 'report.csv'],
    ['semicolon', 'report.csv?separator=semicolon'],
    ...(report.hashes ? [['lines', 'report.jsonl'] as const] : []),
  ] as const;
  return (
    <section aria-labelledby="files">
      <h2 class="govuk-heading-m" id="files">
        {ctx.t('portal.report.files')}
      </h2>
      <ul class="govuk-list">
        {files.map(([name, file]) => (
          <li>
            <a class="govuk-link" href={`${folder}/${file}`}>
              {ctx.t(`portal.report.file.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The hashes that the journal has, and how they are checked. */
export function ReportCheck({ ctx, consultation, report: { hashes } }: ReportPartProps): JSX.Element {
  const code = (text: string): JSX.Element => <code class="kenes-as-written">{text}</code>;
  return (
    <section aria-labelledby="check">
      <h2 class="govuk-heading-l" id="check">
        {ctx.t('portal.report.check')}
      </h2>
      {!hashes && <p class="govuk-body">{ctx.t('portal.report.notKept')}</p>}
      {hashes && (
        <>
          <p class="govuk-body">{ctx.t('portal.report.checkText')}</p>
          <SummaryList
            rows={[
              { key: ctx.t('portal.report.lines'), value: ctx.format.number(hashes.lines) },
              { key: ctx.t('portal.report.content'), value: code(hashes.content) },
              { key: ctx.t('portal.report.byLine'), value: code(hashes.byLine) },
            ]}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`/api/v1/journal?subject=consultation:${consultation.id}`}>
              {ctx.t('portal.report.journal')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
