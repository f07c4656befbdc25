import type { JSX } from 'preact';
import type { MeetingResponse } from '../../meetings/index.js';
import { isRuleText } from '../../rulebook/index.js';
import { Table, Tag } from '../components/index.js';
import { Localized, type PageContext } from '../frame/index.js';

/** Keeps the product on one line. */
const NBSP = '\u00a0';

/** The quorum as it was computed at the opening (M1): all members, the share, how many were needed, how many came. */
export function QuorumView({ ctx, quorum }: QuorumProps): JSX.Element {
  const { members, present, needed, reached, rule } = quorum;
  const { fraction } = rule.value as { readonly fraction: string };
  const row = (key: string, value: number | string) => [
    ctx.t(`portal.meetings.quorum.${key}`, { fraction }),
    { content: value, format: 'numeric' as const },
  ];
  return (
    <section aria-labelledby="quorum">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="quorum">
        {ctx.t('portal.meetings.quorum.title')}
      </h2>
      <p class="govuk-body">
        <Tag colour={reached ? 'green' : 'red'}>
          {ctx.t(`portal.meetings.quorum.${reached ? 'reached' : 'missed'}`)}
        </Tag>
      </p>
      <Table
        caption={ctx.t('portal.meetings.quorum.caption')}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        rows={[
          row('members', members),
          row('share', `${members}${NBSP}×${NBSP}${fraction}`),
          row('needed', needed),
          row('present', present),
        ]}
      />
      {isRuleText(rule.basis) && (
        <p class="govuk-hint">
          {rule.id}. <Localized ctx={ctx} text={rule.basis} />.
        </p>
      )}
    </section>
  );
}

interface QuorumProps {
  readonly ctx: PageContext;
  readonly quorum: NonNullable<MeetingResponse['quorum']>;
}
