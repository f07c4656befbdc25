import type { JSX } from 'preact';
import type { ConcealmentNotice } from '../../comments/index.js';
import { groundOf } from '../../moderation/index.js';
import { InsetText } from '../components/index.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';

/** What stands in the place of a hidden comment: who hid it, why, and whether its author appealed. */
export function Notice({ ctx, notice }: NoticeProps): JSX.Element {
  const { ground, explanation, concealedOn, appeal } = notice;
  return (
    <InsetText>
      <p class="govuk-body">
        {ctx.t('portal.moderation.hidden', { date: ctx.format.date(concealedOn) })} {ctx.t('portal.moderation.ground')}:{' '}
        <a class="govuk-link" href={`${ctx.url('/moderation')}#grounds`}>
          <GroundName ctx={ctx} code={ground} />
        </a>
        .
      </p>
      <LocalizedParagraph ctx={ctx} text={explanation} />
      <p class="govuk-body">{ctx.t(`portal.moderation.appeal.${appeal}`)}</p>
    </InsetText>
  );
}

interface NoticeProps {
  readonly ctx: PageContext;
  readonly notice: ConcealmentNotice;
}

/** The name of a ground; its code where it is on the list no more. */
export function GroundName({ ctx, code }: { readonly ctx: PageContext; readonly code: string }): JSX.Element {
  const ground = groundOf(code);
  return ground ? <Localized ctx={ctx} text={ground.name} /> : <>{code}</>;
}
