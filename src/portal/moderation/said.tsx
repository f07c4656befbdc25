import type { JSX } from 'preact';
import type { CommentResponse } from '../../comments/index.js';
import { Disowned } from '../comments/disowned.js';
import { originFacts } from '../comments/origin.js';
import { Quoted } from '../comments/quoted.js';
import { FileList, type ShownFile } from '../files/file-list.js';
import type { PageContext } from '../frame/index.js';

/** What a participant says, to those who may read it though it is hidden. */
export function Said({ ctx, comment, files }: SaidProps): JSX.Element {
  const { language, text, author, participant, acceptedAt } = comment;
  const lang = language === ctx.lang ? undefined : language;
  const numbered =
    participant === null
      ? ctx.t('portal.comments.unnamed')
      : ctx.t('portal.desk.answer.participant', { number: participant });
  return (
    <>
      <h2 class="govuk-heading-m">{ctx.t('portal.desk.answer.said')}</h2>
      <p class="govuk-body-s">
        {[author?.name ?? numbered, ctx.format.instant(acceptedAt), ...originFacts(ctx, comment)].join(', ')}
      </p>
      <Disowned ctx={ctx} at={comment.disownedAt} reason={comment.disownedReason} />
      <Quoted ctx={ctx} comment={comment} lang={language} />
      <p class="govuk-body kenes-as-written" lang={text === null ? undefined : lang}>
        {text ?? ctx.t('portal.desk.answer.withdrawn')}
      </p>
      <FileList ctx={ctx} files={files} own />
    </>
  );
}

interface SaidProps {
  readonly ctx: PageContext;
  readonly comment: CommentResponse;
  /** As far as the reader may have them. */
  readonly files: readonly ShownFile[];
}
