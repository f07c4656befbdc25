import type { JSX } from 'preact';
import type { CommentResponse } from '../../comments/index.js';
import { MODERATION_CHARACTERS, type ConcealmentResponse } from '../../moderation/index.js';
import { Button, Textarea } from '../components/index.js';
import { Refusal } from '../desk/index.js';
import type { ShownFile } from '../files/file-list.js';
import { type FilledForm, Form, type PageContext } from '../frame/index.js';
import { ConcealmentRecord } from './record.js';
import { Said } from './said.js';

interface AppealProps {
  readonly ctx: PageContext;
  readonly comment: CommentResponse;
  readonly files: readonly ShownFile[];
  readonly concealment: ConcealmentResponse;
  readonly version: number | undefined;
  readonly filled: FilledForm;
}

/** What was decided on somebody's comment, and the form of the appeal. */
export function AppealBody(props: AppealProps): JSX.Element {
  const { ctx, comment, concealment, filled } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <h1 class="govuk-heading-xl">{ctx.t('portal.moderation.author.title')}</h1>
        <Said ctx={ctx} comment={comment} files={props.files} />
        <h2 class="govuk-heading-m">{ctx.t('portal.moderation.author.decision')}</h2>
        <ConcealmentRecord ctx={ctx} concealment={concealment} />
        {concealment.moves?.includes('appeal') ? (
          <AppealForm {...props} />
        ) : (
          <p class="govuk-body">{ctx.t(`portal.moderation.author.${whyNot(props)}`)}</p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/account/comments')}>
            {ctx.t('portal.account.comments.title')}
          </a>
        </p>
      </div>
    </div>
  );
}

function AppealForm({ ctx, comment: { id }, concealment, version, filled }: AppealProps): JSX.Element {
  return (
    <Form ctx={ctx} action={`/account/comments/${id}/appeal`} version={version} keeps={`appeal ${id}`}>
      <p class="govuk-body">
        {ctx.t('portal.moderation.author.until', { date: ctx.format.date(concealment.appealDueOn) })}
      </p>
      <Textarea
        {...filled.field('grounds')}
        rows={6}
        label={ctx.t('portal.moderation.author.text')}
        hint={ctx.t('portal.moderation.author.hint', { max: ctx.format.number(MODERATION_CHARACTERS) })}
      />
      <Button preventDoubleClick>{ctx.t('portal.moderation.author.button')}</Button>
    </Form>
  );
}

function whyNot({ comment, concealment }: AppealProps): string {
  if (concealment.state === 'decided') return concealment.outcome === 'lifted' ? 'lifted' : 'upheld';
  if (concealment.state !== 'standing') return concealment.state;
  return comment.state === 'withdrawn' ? 'withdrawn' : 'tooLate';
}
