import type { JSX } from 'preact';
import { countsOf } from '../comment-groups/group-parts.js';
import { Refusal } from '../desk/index.js';
import { Localized } from '../frame/index.js';
import type { GroupAnswerProps } from './group.page.js';
import { RevisionFields } from './revision.page.js';

/** What the group says, and the form that changes all its answers. */
export function GroupRevisionBody(props: GroupAnswerProps): JSX.Element {
  const { ctx, consultation, group, version, offered, filled } = props;
  const t = (key: string): string => ctx.t(`portal.desk.groups.${key}`);
  const isPossible = group.moves?.includes('revision') === true;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{t('revision')}</h1>
        <p class="govuk-body">{countsOf(ctx, group).join('; ')}</p>
        {group.sample && <p class="govuk-body kenes-as-written">{group.sample.text}</p>}
        <p class="govuk-body">{t('revisionLead')}</p>
        {isPossible && (
          <RevisionFields
            ctx={ctx}
            action={`/desk/consultations/${consultation.id}/groups/${group.id}/revision`}
            keeps={`revision of group ${group.id}`}
            button={t('revisionButton')}
            offered={offered}
            version={version}
            filled={filled}
          />
        )}
      </div>
    </div>
  );
}
