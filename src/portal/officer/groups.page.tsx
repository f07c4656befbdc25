import type { JSX } from 'preact';
import type { CommentGroupPageResponse } from '../../comment-groups/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { groupItem, MethodNote } from '../comment-groups/group-parts.js';
import { List, Localized, type PageContext, Paging } from '../frame/index.js';

interface GroupsWorkProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly groups: CommentGroupPageResponse;
  readonly after: string | undefined;
}

/** Groups that wait for an answer, those with most comments first. */
export function GroupsWorkBody({ ctx, consultation, groups, after }: GroupsWorkProps): JSX.Element {
  const path = `/desk/consultations/${consultation.id}/groups`;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.desk.groups.title')}</h1>
        <p class="govuk-body-l">{ctx.t('portal.desk.groups.lead')}</p>
        {groups.waiting > 0 && <p class="govuk-body">{ctx.t('portal.groups.waiting', { waiting: groups.waiting })}</p>}
        <List
          level={2}
          empty={ctx.t('portal.desk.groups.none')}
          items={groups.items.map((group) => groupItem(ctx, group, path))}
        />
        <Paging ctx={ctx} path={path} query={{ after }} next={groups.next} />
        <h2 class="govuk-heading-m">{ctx.t('portal.groups.method')}</h2>
        <MethodNote ctx={ctx} />
      </div>
    </div>
  );
}
