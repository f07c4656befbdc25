import type { JSX } from 'preact';
import type { FollowUpResponse } from '../../follow-ups/index.js';
import { Localized, type PageContext } from '../frame/index.js';

/** The steps on the way, each with its day; nothing when there are none. */
export function Milestones({ ctx, milestones }: MilestonesProps): JSX.Element | null {
  if (milestones.length === 0) return null;
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">{ctx.t('portal.follow-ups.milestones')}</p>
      <ol class="govuk-list govuk-list--number">
        {milestones.map(({ name, dueOn }) => (
          <li>
            <Localized ctx={ctx} text={name} /> – {ctx.t('portal.follow-ups.until', { date: ctx.format.date(dueOn) })}
          </li>
        ))}
      </ol>
    </>
  );
}

interface MilestonesProps {
  readonly ctx: PageContext;
  readonly milestones: FollowUpResponse['milestones'];
}

/** What the body shows as evidence; nothing when it shows none. */
export function Evidence({ ctx, evidence }: EvidenceProps): JSX.Element | null {
  if (evidence.length === 0) return null;
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">{ctx.t('portal.follow-ups.evidence')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {evidence.map(({ title, url }) => (
          <li>
            <a class="govuk-link" href={url}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface EvidenceProps {
  readonly ctx: PageContext;
  readonly evidence: FollowUpResponse['reports'][number]['evidence'];
}
