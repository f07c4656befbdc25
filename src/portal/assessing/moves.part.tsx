import type { JSX } from 'preact';
import { isDisputeOpen, mayDispute, mayEnterValues } from '../../assessments/index.js';
import { indicatorsOf, type Indicator } from '../../methodologies/index.js';
import { Button, Details, InsetText } from '../components/index.js';
import { Bilingual } from '../desk/index.js';
import { FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import { CORRECTION } from './forms.js';
import { ReviewForm } from './review.part.js';
import { isComing, type WorkProps } from './work.js';

/** What is missing, what the reader can do now, and the moves that are his. */
export function NextPart(props: WorkProps): JSX.Element | null {
  const { ctx, screen } = props;
  const { moves, record } = screen.work;
  if (record.state === 'published' && !isComing(screen)) return null;
  return (
    <section aria-labelledby="next">
      <h2 class="govuk-heading-l" id="next">
        {ctx.t('portal.assessing.next')}
      </h2>
      <Missing {...props} />
      <OwnScores {...props} />
      <Others {...props} />
      {moves.includes('review') && <Review {...props} />}
      {moves.includes('reply') && (
        <Button href={ctx.url(`/desk/assessments/${record.id}/reply`)}>
          {ctx.t(record.reply ? 'portal.assessing.reply.replace' : 'portal.assessing.reply.title')}
        </Button>
      )}
      <Buttons {...props} />
      <ToPreview {...props} />
    </section>
  );
}

/** Those who have no move now learn that, and where they can dispute. */
function Others({ ctx, screen }: WorkProps): JSX.Element | null {
  const { scope, record, entries, moves, seat } = screen.work;
  if (moves.some((move) => move !== 'reply') || seat !== undefined) return null;
  const isDisputed = entries.some((entry) => isDisputeOpen(record.state, entry));
  const isOpen = isDisputed && mayDispute(ctx.by, scope) === 'allowed';
  if (isOpen) return <p class="govuk-body">{ctx.t('portal.assessing.disputesOpen')}</p>;
  return moves.length > 0 ? null : <p class="govuk-body">{ctx.t('portal.assessing.othersTurn')}</p>;
}

/** Moves that are one button. */
function Buttons(props: WorkProps): JSX.Element {
  const { moves, outstanding } = props.screen.work;
  const { unjudged, replyUntil } = outstanding;
  return (
    <>
      {moves.includes('collection') && <Move {...props} name="collection" path="collection" isReady />}
      {moves.includes('reply-request') && (
        <Move {...props} name="replyRequest" path="reply-request" isReady={unjudged.length === 0} />
      )}
      {moves.includes('adoption') && <Move {...props} name="adoption" path="adoption" isReady={replyUntil === null} />}
    </>
  );
}

/** What the next move waits for. */
function Missing({ ctx, screen }: WorkProps): JSX.Element | null {
  const { methodology, outstanding, record, scope } = screen.work;
  const { unsettled, unjudged, replyUntil } = outstanding;
  const t = (key: string, params?: Readonly<Record<string, string | number>>): string =>
    ctx.t(`portal.assessing.missing.${key}`, params);
  const isMine = mayEnterValues(ctx.by, scope) === 'allowed';
  if (unsettled.length > 0 && record.state === 'collecting') {
    return (
      <InsetText>
        <p class="govuk-body">{t('values', { count: unsettled.length })}</p>
        <ul class="govuk-list govuk-list--bullet">
          {indicatorsOf(methodology)
            .filter(({ code }) => unsettled.includes(code))
            .map((indicator) => (
              <li>
                <Unsettled ctx={ctx} id={record.id} indicator={indicator} isMine={isMine} />
              </li>
            ))}
        </ul>
      </InsetText>
    );
  }
  if (unjudged.length > 0) return <InsetText>{t('scores', { count: unjudged.length })}</InsetText>;
  if (replyUntil !== null) return <InsetText>{t('reply', { date: ctx.format.date(replyUntil) })}</InsetText>;
  return null;
}

interface UnsettledProps {
  readonly ctx: PageContext;
  readonly id: string;
  readonly indicator: Indicator;
  /** It leads to its form. */
  readonly isMine: boolean;
}

function Unsettled({ ctx, id, indicator: { code, name }, isMine }: UnsettledProps): JSX.Element {
  if (!isMine) return <Localized ctx={ctx} text={name} />;
  return (
    <a class="govuk-link" href={ctx.url(`/desk/assessments/${id}/values/${code}`)}>
      <Localized ctx={ctx} text={name} />
    </a>
  );
}

/** Indicators that wait for the score of this assessor. */
function OwnScores({ ctx, screen }: WorkProps): JSX.Element | null {
  const { seat, outstanding, record, methodology } = screen.work;
  if (seat === undefined || record.state !== 'in_review') return null;
  const mine = outstanding.unjudged.filter(({ memberId }) => memberId === seat).map(({ indicator }) => indicator);
  if (mine.length === 0) return <p class="govuk-body">{ctx.t('portal.assessing.judgement.done')}</p>;
  return (
    <>
      <p class="govuk-body">{ctx.t('portal.assessing.judgement.waiting', { count: mine.length })}</p>
      <ul class="govuk-list govuk-list--spaced">
        {indicatorsOf(methodology)
          .filter(({ code }) => mine.includes(code))
          .map(({ code, name }) => (
            <li>
              <a class="govuk-link" href={ctx.url(`/desk/assessments/${record.id}/judgements/${code}`)}>
                <Localized ctx={ctx} text={name} />
              </a>
            </li>
          ))}
      </ul>
    </>
  );
}

interface MoveProps extends WorkProps {
  readonly name: 'collection' | 'replyRequest' | 'adoption';
  readonly path: string;
  /** Nothing is missing; a move that would be refused stands back, and the refusal names its rule. */
  readonly isReady: boolean;
}

function Move({ ctx, screen, name, path, isReady }: MoveProps): JSX.Element {
  const { record, version } = screen.work;
  return (
    <Form ctx={ctx} action={`/desk/assessments/${record.id}/${path}`} version={version}>
      <p class="govuk-body">{ctx.t(`portal.assessing.move.${name}Text`)}</p>
      <Button preventDoubleClick variant={isReady ? undefined : 'secondary'}>
        {ctx.t(`portal.assessing.move.${name}`)}
      </Button>
    </Form>
  );
}

/** The choice of the assessors stands open when it is next; before that, and to change it, it is a step aside. */
function Review(props: WorkProps): JSX.Element {
  const { ctx, screen, forms } = props;
  const { record, outstanding } = screen.work;
  const isFirst = record.state === 'collecting';
  if (isFirst && outstanding.unsettled.length === 0) return <ReviewForm {...props} />;
  return (
    <Details
      summary={ctx.t(`portal.assessing.review.${isFirst ? 'legend' : 'change'}`)}
      open={forms.review !== undefined}
    >
      {!isFirst && <p class="govuk-body">{ctx.t('portal.assessing.review.changeText')}</p>}
      <ReviewForm {...props} />
    </Details>
  );
}

function ToPreview({ ctx, screen }: WorkProps): JSX.Element | null {
  const { record, moves } = screen.work;
  if (moves.includes('publication')) return <PreviewLink ctx={ctx} id={record.id} />;
  return isComing(screen) && moves.includes('corrections') ? <PreviewLink ctx={ctx} id={record.id} isComing /> : null;
}

function PreviewLink({ ctx, id, isComing: comes = false }: PreviewProps): JSX.Element {
  return (
    <>
      <p class="govuk-body">{ctx.t(`portal.assessing.move.${comes ? 'comingText' : 'previewText'}`)}</p>
      <Button href={ctx.url(`/desk/assessments/${id}/preview`)} variant={comes ? 'secondary' : undefined}>
        {ctx.t(`portal.assessing.move.${comes ? 'coming' : 'preview'}`)}
      </Button>
    </>
  );
}

interface PreviewProps {
  readonly ctx: PageContext;
  readonly id: string;
  readonly isComing?: boolean;
}

/** Opens a corrected version; only of one that everybody can read. */
export function CorrectionPart({ ctx, screen, forms }: WorkProps): JSX.Element | null {
  const { record, moves, version } = screen.work;
  if (!moves.includes('corrections') || screen.edition?.number !== record.version) return null;
  const filled = forms.correction ?? new FilledForm(ctx, CORRECTION, {});
  const t = (key: string): string => ctx.t(`portal.assessing.correction.${key}`);
  return (
    <Details summary={t('title')} open={forms.correction !== undefined}>
      <p class="govuk-body">{t('text')}</p>
      <Form
        ctx={ctx}
        action={`/desk/assessments/${record.id}/corrections`}
        version={version}
        keeps={`correction of ${record.id}`}
      >
        <Bilingual filled={filled} name="reason" label={t('reason')} rows={3} />
        <Button variant="secondary" preventDoubleClick>
          {t('button')}
        </Button>
      </Form>
    </Details>
  );
}
