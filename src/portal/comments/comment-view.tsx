import type { JSX } from 'preact';
import type {
  ConcealmentNotice,
  EarlierAnswerResponse,
  LinkedProvisions,
  Outcome,
  Place,
  QuoteStanding,
} from '../../comments/index.js';
import type { Language, LocalizedText } from '../../platform/kernel/index.js';
import { Details, Tag } from '../components/index.js';
import { LocalizedParagraph, type PageContext } from '../frame/index.js';
import { FileList, type ShownFile } from '../files/file-list.js';
import { Notice } from '../moderation/notice.js';
import { Disowned } from './disowned.js';
import { originFacts, type Origin } from './origin.js';
import { AnswerLink } from './answer-link.js';
import { Quoted } from './quoted.js';
import type { Quoting } from './quote-standings.js';

/** A comment as pages show it: as the API gives it, with instants as text. */
export interface ShownComment extends Origin, Quoting {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly language: Language;
  /** Null once withdrawn, and while concealed. */
  readonly text: string | null;
  readonly consultationId: string;
  /** The version of the text that it is about. */
  readonly versionNumber: number | null;
  readonly place: Place | null;
  readonly author: { readonly name: string } | null;
  readonly participant: number | null;
  readonly acceptedAt: string | Date;
  readonly answer: ShownAnswer | null;
  /** When the account's holder said that he did not write it. */
  readonly disownedAt: string | Date | null;
  readonly concealment: ConcealmentNotice | null;
}

/** A comment of a list. */
export interface ListedComment extends ShownComment {
  /** How many files came with it. */
  readonly fileCount: number;
}

/** What the body answered. */
export interface ShownAnswer {
  readonly outcome: Outcome;
  readonly reasons: LocalizedText;
  readonly answeredAt: string | Date;
  readonly revisedAt: string | Date | null;
  readonly provisionId: string | null;
}

/** A comment with its answer. */
export function CommentView({
  ctx,
  comment,
  level,
  earlier,
  linked,
  files = [],
  standing,
  brief = false,
  anchored = false,
}: CommentProps): JSX.Element {
  const { number, text, language, acceptedAt, answer } = comment;
  const Heading = `h${level}` as const;
  return (
    <article id={anchored ? `comment-${number}` : undefined}>
      <Heading class="govuk-heading-s govuk-!-margin-bottom-1">
        {ctx.t('portal.comments.number', { number: ctx.format.number(number) })}
      </Heading>
      <p class="govuk-body-s kenes-list__facts">
        <span>{writerOf(ctx, comment)}</span>
        <span>{ctx.format.instant(acceptedAt)}</span>
        {originFacts(ctx, comment).map((fact) => (
          <span>{fact}</span>
        ))}
      </p>
      <Disowned ctx={ctx} at={comment.disownedAt} />
      <Placed ctx={ctx} comment={comment} />
      <Quoted ctx={ctx} comment={comment} standing={standing} lang={language} />
      {text === null ? (
        <Absent ctx={ctx} comment={comment} />
      ) : (
        <p class="govuk-body kenes-as-written" lang={otherThan(ctx, language)}>
          {text}
        </p>
      )}
      <FileList ctx={ctx} files={files} />
      {answer && <AnswerView ctx={ctx} answer={answer} earlier={earlier} linked={linked} brief={brief} />}
    </article>
  );
}

/** That the text was changed after the comment on it, and where that is seen. */
function Placed({ ctx, comment }: Pick<CommentProps, 'ctx' | 'comment'>): JSX.Element | null {
  const { consultationId, versionNumber, place } = comment;
  if (place === null || place === 'same' || versionNumber === null) return null;
  return (
    <p class="govuk-body-s">
      {ctx.t(`portal.comments.place.${place}`, { version: versionNumber })}{' '}
      <a class="govuk-link" href={ctx.url(`/consultations/${consultationId}/comparison`, { from: versionNumber })}>
        {ctx.t('portal.comments.place.compare')}
        <span class="govuk-visually-hidden">
          : {ctx.t('portal.comments.number', { number: ctx.format.number(comment.number) })}
        </span>
      </a>
    </p>
  );
}

/** Why there are no words. */
function Absent({ ctx, comment: { state, concealment } }: Pick<CommentProps, 'ctx' | 'comment'>): JSX.Element {
  if (state !== 'withdrawn' && concealment) return <Notice ctx={ctx} notice={concealment} />;
  return <p class="govuk-body">{ctx.t('portal.comments.withdrawn')}</p>;
}

interface CommentProps {
  readonly ctx: PageContext;
  readonly comment: ShownComment;
  readonly level: 2 | 3 | 4 | 5;
  /** Answers that stood before, where it was changed. */
  readonly earlier?: readonly EarlierAnswerResponse[] | undefined;
  /** Where answers lead to. */
  readonly linked?: LinkedProvisions | undefined;
  /** What came with the comment. */
  readonly files?: readonly ShownFile[] | undefined;
  /** Where the quoted words stand now. */
  readonly standing?: QuoteStanding | undefined;
  /** The answer in one word. */
  readonly brief?: boolean;
  /** Can be linked to by its number: where it is shown once. */
  readonly anchored?: boolean;
}

/** What the body made of a comment, and why. */
export function AnswerView({ ctx, answer, earlier, linked, brief = false }: AnswerProps): JSX.Element {
  const { outcome, answeredAt, revisedAt } = answer;
  return (
    <div class="kenes-beside__notes">
      <p class="govuk-body-s">
        <Tag colour={outcome === 'declined' ? 'grey' : 'green'}>{ctx.t(`portal.outcome.${outcome}`)}</Tag>{' '}
        {ctx.t('portal.comments.answered', { date: ctx.format.instant(answeredAt) })}
        {revisedAt && `, ${ctx.t('portal.comments.revised', { date: ctx.format.instant(revisedAt) })}`}
      </p>
      {!brief && <Given ctx={ctx} answer={answer} earlier={earlier} linked={linked} />}
    </div>
  );
}

interface AnswerProps {
  readonly ctx: PageContext;
  readonly answer: ShownAnswer;
  /** Answers that stood before, the latest first. */
  readonly earlier?: readonly EarlierAnswerResponse[] | undefined;
  /** Where they lead to. */
  readonly linked?: LinkedProvisions | undefined;
  readonly brief?: boolean;
}

/** The reasons, where they lead to, and what stood before. */
function Given({ ctx, answer, earlier = [], linked }: Omit<AnswerProps, 'brief'>): JSX.Element {
  const { reasons, provisionId } = answer;
  return (
    <>
      <LocalizedParagraph ctx={ctx} text={reasons} />
      <AnswerLink ctx={ctx} provision={linked?.get(provisionId ?? '')} />
      {earlier.length > 0 && <Earlier ctx={ctx} earlier={earlier} linked={linked} />}
    </>
  );
}

/** What stood before, and why it was changed. */
function Earlier({ ctx, earlier = [], linked }: Pick<AnswerProps, 'ctx' | 'earlier' | 'linked'>): JSX.Element {
  return (
    <Details summary={ctx.t('portal.comments.earlier', { count: earlier.length })}>
      {earlier.map(({ outcome, reasons, answeredAt, replacedAt, why, provisionId }) => (
        <>
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            <Tag colour={outcome === 'declined' ? 'grey' : 'green'}>{ctx.t(`portal.outcome.${outcome}`)}</Tag>{' '}
            {ctx.t('portal.comments.stood', {
              from: ctx.format.instant(answeredAt),
              until: ctx.format.instant(replacedAt),
            })}
          </p>
          <LocalizedParagraph ctx={ctx} text={reasons} />
          <AnswerLink ctx={ctx} provision={linked?.get(provisionId ?? '')} />
          <p class="govuk-body-s govuk-!-margin-bottom-1">{ctx.t('portal.comments.why')}</p>
          <LocalizedParagraph ctx={ctx} text={why} />
        </>
      ))}
    </Details>
  );
}

function writerOf(ctx: PageContext, { author, participant }: ShownComment): string {
  if (author) return author.name;
  if (participant === null) return ctx.t('portal.comments.unnamed');
  return ctx.t('portal.comments.participant', { number: ctx.format.number(participant) });
}

/** The language of a text where it is not that of the page. */
function otherThan(ctx: PageContext, language: Language): Language | undefined {
  return language === ctx.lang ? undefined : language;
}
