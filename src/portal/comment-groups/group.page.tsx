import type { JSX } from 'preact';
import type { CommentGroupDetailResponse } from '../../comment-groups/index.js';
import type { EarlierAnswers, FilesOfComments, LinkedProvisions } from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { CommentView, type ShownComment } from '../comments/comment-view.js';
import type { QuoteStandings } from '../comments/quote-standings.js';
import { Localized, LocalizedParagraph, type PageContext, Paging } from '../frame/index.js';
import { countsOf, MethodNote } from './group-parts.js';

/** What the page of a group shows. */
export interface GroupProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly group: CommentGroupDetailResponse;
  readonly items: readonly ShownComment[];
  readonly after: string | undefined;
  readonly next: string | null;
  /** Answers that stood before, by the ids of comments whose answer was changed. */
  readonly earlier: EarlierAnswers;
  /** Where answers lead to. */
  readonly linked: LinkedProvisions;
  /** Where the words that they quote stand now. */
  readonly standings: QuoteStandings;
  readonly files: FilesOfComments;
}

/** A group with every copy, and what officers decided about it. */
export function GroupBody({
  ctx,
  consultation,
  group,
  items,
  after,
  next,
  earlier,
  linked,
  files,
  standings,
}: GroupProps): JSX.Element {
  const folder = `/consultations/${consultation.id}/groups`;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.groups.one')}</h1>
        {group.mergedInto === null ? (
          <Counts ctx={ctx} group={group} />
        ) : (
          <p class="govuk-body">
            {ctx.t('portal.groups.merged')}{' '}
            <a class="govuk-link" href={ctx.url(`${folder}/${group.mergedInto}`)}>
              {ctx.t('portal.groups.toMerged')}
            </a>
          </p>
        )}
        {items.map((comment) => (
          <CommentView
            ctx={ctx}
            comment={comment}
            earlier={earlier.get(comment.id)}
            linked={linked}
            files={files.get(comment.id)}
            standing={standings.get(comment.id)}
            level={2}
            anchored
          />
        ))}
        <Paging ctx={ctx} path={`${folder}/${group.id}`} query={{ after }} next={next} />
        <Decisions ctx={ctx} group={group} folder={folder} />
        <h2 class="govuk-heading-m">{ctx.t('portal.groups.method')}</h2>
        <MethodNote ctx={ctx} />
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(folder)}>
            {ctx.t('portal.groups.all')}
          </a>
        </p>
      </div>
    </div>
  );
}

function Counts({ ctx, group }: Pick<GroupProps, 'ctx' | 'group'>): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {countsOf(ctx, group).map((count) => (
        <li>{count}</li>
      ))}
    </ul>
  );
}

/** What officers split off or merged, and why. */
function Decisions({ ctx, group, folder }: Pick<GroupProps, 'ctx' | 'group'> & { readonly folder: string }) {
  const { id, decisions } = group;
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 class="govuk-heading-m" id="decisions">
        {ctx.t('portal.groups.decisions')}
      </h2>
      {decisions.map(({ kind, fromId, toId, comments, reason, decidedAt }) => (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            {ctx.t(`portal.groups.${fromId === id ? 'from' : 'to'}.${kind}`, { comments })},{' '}
            {ctx.format.instant(decidedAt)}.{' '}
            <a class="govuk-link" href={ctx.url(`${folder}/${fromId === id ? toId : fromId}`)}>
              {ctx.t('portal.groups.other')}
            </a>
          </p>
          <LocalizedParagraph ctx={ctx} text={reason} />
        </>
      ))}
    </section>
  );
}
