import type { JSX } from 'preact';
import type { CommentResponse, FilesOfComments } from '../../comments/index.js';
import type { ConsultationHead } from '../../consultations/index.js';
import type { ConcealmentResponse } from '../../moderation/index.js';
import { Disowned } from '../comments/disowned.js';
import { originFacts } from '../comments/origin.js';
import { Quoted } from '../comments/quoted.js';
import { Button, Details, Tag, Textarea } from '../components/index.js';
import { FileList, type ShownFile } from '../files/file-list.js';
import { Form, Localized, LocalizedParagraph, type PageContext, Paging } from '../frame/index.js';
import { ConcealmentRecord } from '../moderation/record.js';
import { Column, Done, LinkLine } from './parts.js';

type Heads = ReadonlyMap<string, ConsultationHead>;

/** My comments with their answers. */
export function MyCommentsBody(props: MyCommentsProps): JSX.Element {
  const { ctx, items, next, after, heads, concealments, files, done } = props;
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.comments.title')}</h1>
      <Done ctx={ctx} what={done} />
      {items.length === 0 && (
        <>
          <p class="govuk-body">{ctx.t('portal.account.comments.none')}</p>
          <LinkLine href={ctx.url('/consultations', { phase: 'commenting' })}>
            {ctx.t('portal.account.comments.open')}
          </LinkLine>
        </>
      )}
      {items.length > 0 && (
        <ul class="kenes-list">
          {items.map((comment) => (
            <li class="kenes-list__item">
              <MyComment
                ctx={ctx}
                comment={comment}
                head={heads.get(comment.consultationId)}
                concealment={concealments.get(comment.id)}
                files={files.get(comment.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <Paging ctx={ctx} path="/account/comments" query={{ after }} next={next} />
    </Column>
  );
}

interface MyCommentsProps {
  readonly ctx: PageContext;
  readonly items: readonly CommentResponse[];
  readonly next: string | null;
  readonly after: string | undefined;
  readonly heads: Heads;
  /** The last one of each comment that was ever hidden. */
  readonly concealments: ReadonlyMap<string, ConcealmentResponse>;
  readonly files: FilesOfComments;
  readonly done: 'withdrawn' | 'disowned' | 'appealed' | undefined;
}

interface MyCommentProps {
  readonly ctx: PageContext;
  readonly comment: CommentResponse;
  readonly head: ConsultationHead | undefined;
  readonly concealment: ConcealmentResponse | undefined;
  readonly files: readonly ShownFile[] | undefined;
}

function MyComment({ ctx, comment, head, concealment, files = [] }: MyCommentProps): JSX.Element {
  const { number, consultationId, acceptedAt, state, text, quote, language, receipt } = comment;
  const label = (name: string): string => ctx.t(`portal.account.comments.${name}`);
  const lang = language === ctx.lang ? undefined : language;
  return (
    <article>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={ctx.url(`/consultations/${consultationId}`)}>
          {head ? <Localized ctx={ctx} text={head.title} /> : label('title')}
        </a>
      </h2>
      <p class="govuk-body-s kenes-list__facts govuk-!-margin-bottom-3">
        <span>{ctx.t('portal.account.comments.number', { number: ctx.format.number(number) })}</span>
        <span>{ctx.format.instant(acceptedAt)}</span>
        <span>{label(`state.${state}`)}</span>
        {originFacts(ctx, comment).map((fact) => (
          <span>{fact}</span>
        ))}
        {comment.concealment && <Tag colour="orange">{label('state.concealed')}</Tag>}
      </p>
      <Disowned ctx={ctx} at={comment.disownedAt} />
      {quote && (
        <>
          <p class="govuk-body-s govuk-!-margin-bottom-1">{label('quote')}</p>
          <Quoted ctx={ctx} comment={comment} lang={language} />
        </>
      )}
      <p class="govuk-body kenes-as-written" lang={lang}>
        {text}
      </p>
      <FileList ctx={ctx} files={files} own />
      {concealment && <Concealed ctx={ctx} concealment={concealment} />}
      <Answer ctx={ctx} comment={comment} head={head} />
      {receipt && (
        <p class="govuk-body-s">
          {label('receipt')}{' '}
          <a class="govuk-link" href={ctx.url(`/receipts/${receipt.number}`)}>
            {receipt.number}
          </a>
        </p>
      )}
      <Withdrawal ctx={ctx} comment={comment} />
      <Disowning ctx={ctx} comment={comment} />
    </article>
  );
}

/** What the body or the authority decided on showing it, and the way to appeal. */
function Concealed({ ctx, concealment }: ConcealedProps): JSX.Element {
  return (
    <>
      <ConcealmentRecord ctx={ctx} concealment={concealment} />
      {concealment.moves?.includes('appeal') && (
        <p class="govuk-body">
          {ctx.t('portal.moderation.author.until', { date: ctx.format.date(concealment.appealDueOn) })}{' '}
          <a class="govuk-link" href={ctx.url(`/account/comments/${concealment.commentId}/appeal`)}>
            {ctx.t('portal.moderation.author.toAppeal')}
          </a>
        </p>
      )}
    </>
  );
}

interface ConcealedProps {
  readonly ctx: PageContext;
  readonly concealment: ConcealmentResponse;
}

function Answer({ ctx, comment, head }: Pick<MyCommentProps, 'ctx' | 'comment' | 'head'>): JSX.Element | null {
  const { answer, state } = comment;
  if (answer) {
    const { outcome, reasons, answeredAt, revisedAt } = answer;
    return (
      <div class="kenes-beside__notes">
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <Tag colour={outcome === 'declined' ? 'grey' : 'green'}>
            {ctx.t(`portal.account.comments.outcome.${outcome}`)}
          </Tag>
        </p>
        <p class="govuk-body-s">{ctx.t('portal.account.comments.answer', { date: ctx.format.instant(answeredAt) })}</p>
        {revisedAt && (
          <p class="govuk-body-s">
            {ctx.t('portal.account.comments.revised', { date: ctx.format.instant(revisedAt) })}
          </p>
        )}
        <LocalizedParagraph ctx={ctx} text={reasons} />
      </div>
    );
  }
  if (state !== 'accepted') return null;
  const due = head?.answersDueOn;
  return (
    <p class="govuk-body">
      {due
        ? ctx.t('portal.account.comments.noAnswerDue', { date: ctx.format.date(due) })
        : ctx.t('portal.account.comments.noAnswer')}
    </p>
  );
}

/** That somebody else wrote it under this account; cannot be undone, so it is said before the button is seen. */
function Disowning({ ctx, comment }: Pick<MyCommentProps, 'ctx' | 'comment'>): JSX.Element | null {
  if (comment.state === 'withdrawn' || comment.disownedAt !== null) return null;
  const id = `reason-${comment.id}`;
  return (
    <Details summary={ctx.t('portal.account.comments.disown')}>
      <p class="govuk-body">{ctx.t('portal.account.comments.disownText')}</p>
      <Form ctx={ctx} action={`/account/comments/${comment.id}/disowning`}>
        <Textarea id={id} name="reason" rows={3} label={ctx.t('portal.account.comments.disownReason')} />
        <Button variant="warning" preventDoubleClick>
          {ctx.t('portal.account.comments.disownButton')}
        </Button>
      </Form>
    </Details>
  );
}

/** Taking it back cannot be undone, so it is said before the button is seen. */
function Withdrawal({ ctx, comment }: Pick<MyCommentProps, 'ctx' | 'comment'>): JSX.Element | null {
  if (comment.moves?.includes('withdrawal') !== true) return null;
  return (
    <Details summary={ctx.t('portal.account.comments.withdraw')}>
      <p class="govuk-body">{ctx.t('portal.account.comments.withdrawText')}</p>
      <Form ctx={ctx} action={`/account/comments/${comment.id}/withdrawal`}>
        <Button variant="warning" preventDoubleClick>
          {ctx.t('portal.account.comments.withdrawButton')}
        </Button>
      </Form>
    </Details>
  );
}
