import type { JSX } from 'preact';
import type {
  CommentResponse,
  EarlierAnswerResponse,
  LinkedProvisions,
  QuoteStanding,
  ReceiptStateResponse,
} from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import type { ConcealmentResponse } from '../../moderation/index.js';
import { Button, ErrorSummary, Input, Panel, SummaryList } from '../components/index.js';
import { Ending } from '../consultations/outcome.js';
import type { PageContext } from '../frame/index.js';
import { FileList, type ShownFile } from '../files/file-list.js';
import { Notice } from '../moderation/notice.js';
import { AnswerView } from './comment-view.js';
import { Disowned } from './disowned.js';
import { organizationText } from './origin.js';
import { Quoted } from './quoted.js';
import { keptUnder } from './write-comment.page.js';

interface ReceiptProps {
  readonly ctx: PageContext;
  readonly receipt: ReceiptStateResponse;
  /** What the comment is about. */
  readonly consultation: ConsultationRead;
  /** As everybody sees it. */
  readonly comment: CommentResponse;
  /** Where the words that it quotes stand now. */
  readonly standing: QuoteStanding | undefined;
  /** The last one; undefined where the comment was never hidden. */
  readonly concealment: ConcealmentResponse | undefined;
  /** Answers that stood before; undefined where it was not changed. */
  readonly earlier: readonly EarlierAnswerResponse[] | undefined;
  /** Where answers lead to. */
  readonly linked: LinkedProvisions;
  /** What came with it, as far as everybody may have it. */
  readonly files: readonly ShownFile[];
}

/** The number to keep, and what became of the comment and of the draft. */
export function ReceiptBody(props: ReceiptProps): JSX.Element {
  const { ctx, receipt, consultation, comment, standing, concealment, earlier, linked, files } = props;
  const { number, acceptedAt, textHash, state, receivedOn, onBehalfOf, answer, consultationId } = receipt;
  return (
    <div class="govuk-grid-row">
      <div
        class="govuk-grid-column-two-thirds kenes-record"
        data-received={keptUnder(consultationId, comment.provisionId)}
      >
        <Panel title={ctx.t('portal.receipt.title')}>
          {ctx.t('portal.receipt.number')}
          <br />
          <strong>{number}</strong>
        </Panel>
        <p class="govuk-body">{ctx.t('portal.receipt.keep')}</p>
        <SummaryList
          rows={[
            { key: ctx.t('portal.receipt.acceptedAt'), value: ctx.format.instant(acceptedAt) },
            receivedOn !== null && { key: ctx.t('portal.receipt.receivedOn'), value: ctx.format.date(receivedOn) },
            onBehalfOf && { key: ctx.t('portal.receipt.onBehalfOf'), value: organizationText(ctx, onBehalfOf) },
            { key: ctx.t('portal.receipt.state'), value: ctx.t(`portal.commentState.${state}`) },
            { key: ctx.t('portal.receipt.hash'), value: <code>{textHash}</code> },
            comment.quote !== null && {
              key: ctx.t('portal.comment.quoteShown'),
              value: <Quoted ctx={ctx} comment={comment} standing={standing} lang={comment.language} />,
            },
            files.length > 0 && { key: ctx.t('portal.files.title'), value: <FileList ctx={ctx} files={files} /> },
          ]}
        />
        <Disowned ctx={ctx} at={comment.disownedAt} />
        <Hidden ctx={ctx} receipt={receipt} concealment={concealment} />
        <h2 class="govuk-heading-m">{ctx.t('portal.receipt.answer')}</h2>
        {answer ? (
          <AnswerView ctx={ctx} answer={answer} earlier={earlier} linked={linked} />
        ) : (
          <p class="govuk-body">{ctx.t('portal.receipt.noAnswer')}</p>
        )}
        <Ending ctx={ctx} consultation={consultation} />
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultationId}`)}>
            {ctx.t('portal.receipt.draft')}
          </a>
        </p>
      </div>
    </div>
  );
}

/** That the text is hidden, why, and until when the author may appeal. */
function Hidden({
  ctx,
  receipt,
  concealment,
}: Pick<ReceiptProps, 'ctx' | 'receipt' | 'concealment'>): JSX.Element | null {
  if (!receipt.concealment) return null;
  return (
    <>
      <Notice ctx={ctx} notice={receipt.concealment} />
      {concealment?.state === 'standing' && (
        <p class="govuk-body">
          {ctx.t('portal.moderation.author.until', { date: ctx.format.date(concealment.appealDueOn) })}{' '}
          <a class="govuk-link" href={ctx.url(`/account/comments/${receipt.commentId}/appeal`)}>
            {ctx.t('portal.moderation.author.toAppeal')}
          </a>
        </p>
      )}
    </>
  );
}

interface LookUpProps {
  readonly ctx: PageContext;
  readonly number: string;
  readonly fault: string | undefined;
}

/** Where a receipt's number is typed in. */
export function LookUpBody({ ctx, number, fault }: LookUpProps): JSX.Element {
  const error = fault === undefined ? undefined : { prefix: ctx.t('portal.form.error'), message: fault };
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        {fault !== undefined && (
          <ErrorSummary title={ctx.t('portal.form.problem')} errors={[{ text: fault, href: '#number' }]} />
        )}
        <h1 class="govuk-heading-xl">{ctx.t('portal.receipt.find')}</h1>
        <form action={ctx.url('/receipts')} novalidate>
          <Input
            name="number"
            label={ctx.t('portal.receipt.number')}
            hint={ctx.t('portal.receipt.findHint')}
            value={number}
            error={error}
            autocomplete="off"
            spellcheck={false}
          />
          <Button>{ctx.t('portal.receipt.look')}</Button>
        </form>
      </div>
    </div>
  );
}
