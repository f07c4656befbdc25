import type { JSX } from 'preact';
import type { CommentGroupPageResponse, CommentGroupsQuery } from '../../comment-groups/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { List, Localized, type PageContext, Paging } from '../frame/index.js';
import { groupItem, MethodNote } from './group-parts.js';

/** Groups of a discussion, the largest first, and how they were found. */
export function GroupsBody({ ctx, consultation, query, groups }: GroupsProps): JSX.Element {
  const path = `/consultations/${consultation.id}/groups`;
  const { items, next, waiting } = groups;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.groups.title')}</h1>
        <p class="govuk-body-l">{ctx.t('portal.groups.lead')}</p>
        {waiting > 0 && <p class="govuk-body">{ctx.t('portal.groups.waiting', { waiting })}</p>}
        <List level={2} empty={ctx.t('portal.groups.none')} items={items.map((group) => groupItem(ctx, group, path))} />
        <Paging ctx={ctx} path={path} query={{ after: query.after }} next={next} />
        <h2 class="govuk-heading-m">{ctx.t('portal.groups.method')}</h2>
        <MethodNote ctx={ctx} />
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}/comments`)}>
            {ctx.t('portal.comments.all')}
          </a>
        </p>
      </div>
    </div>
  );
}

interface GroupsProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly query: CommentGroupsQuery;
  readonly groups: CommentGroupPageResponse;
}
