import type { JSX } from 'preact';
import { METHOD, type CommentGroupResponse } from '../../comment-groups/index.js';
import { InsetText } from '../components/index.js';
import { shortened } from '../desk/index.js';
import type { ListItem, PageContext } from '../frame/index.js';

/** How many comments a group has, of how many texts; what waits and what was taken back. */
export function countsOf(ctx: PageContext, group: CommentGroupResponse): string[] {
  const { comments, texts, unanswered, withdrawn } = group;
  return [
    ctx.t('portal.groups.counts', { comments, texts }),
    ctx.t('portal.groups.unanswered', { unanswered }),
    ...(withdrawn > 0 ? [ctx.t('portal.groups.withdrawn', { withdrawn })] : []),
  ];
}

/** A group in a list, by the beginning of its first text. */
export function groupItem(ctx: PageContext, group: CommentGroupResponse, folder: string): ListItem {
  const { id, sample } = group;
  return {
    href: ctx.url(`${folder}/${id}`),
    title: sample ? (
      <span lang={sample.language === ctx.lang ? undefined : sample.language}>{shortened(sample.text, 160)}</span>
    ) : (
      ctx.t('portal.groups.nothingLeft', { group: id.slice(-6) })
    ),
    facts: countsOf(ctx, group),
  };
}

/** How the groups were found, in words and numbers. */
export function MethodNote({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  const { similarity, piece, leastWords } = METHOD;
  return (
    <InsetText>
      <p class="govuk-body">{ctx.t('portal.groups.same')}</p>
      <p class="govuk-body">{ctx.t('portal.groups.near', { share: similarity, piece, words: leastWords })}</p>
      <p class="govuk-body">{ctx.t('portal.groups.limits')}</p>
    </InsetText>
  );
}
