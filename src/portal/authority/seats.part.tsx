import type { JSX } from 'preact';
import type { CouncilRead } from '../../councils/index.js';
import type { MemberRead } from '../../members/index.js';
import { addDays, type LocalDate } from '../../platform/kernel/index.js';
import { Button, Details } from '../components/index.js';
import { personName } from '../councils/person-name.js';
import { List, Localized, type ListItem, type PageContext } from '../frame/index.js';
import type { Seats } from './council-seats.js';

interface SeatsProps {
  readonly ctx: PageContext;
  readonly council: CouncilRead;
  readonly seats: Seats;
}

/** Who sits in a council, who is going to and who no longer does; each name leads to what can be done. */
export function SeatsPart({ ctx, council, seats }: SeatsProps): JSX.Element {
  const { current, coming, former } = seats;
  const title = ctx.t('portal.councilsDesk.composition');
  return (
    <section aria-labelledby="composition">
      <h2 class="govuk-heading-l" id="composition">
        {title}
      </h2>
      <p class="govuk-body">
        {ctx.t('portal.councilsDesk.headcount', {
          members: current.length,
          seats: council.seats,
          civil: current.filter(({ seat }) => seat === 'civil_society').length,
        })}
      </p>
      {council.state !== 'dissolved' && (
        <Button href={ctx.url(`/desk/councils/${council.id}/member`)} variant="secondary">
          {ctx.t('portal.councilsDesk.toAppoint')}
        </Button>
      )}
      {current.length > 0 && <People ctx={ctx} members={current} heading={ctx.t('portal.councilsDesk.current')} />}
      {coming.length > 0 && <People ctx={ctx} members={coming} heading={ctx.t('portal.councilsDesk.coming')} />}
      {former.length > 0 && (
        <Details summary={ctx.t('portal.councilsDesk.former', { count: former.length })}>
          <People ctx={ctx} members={former} />
        </Details>
      )}
    </section>
  );
}

/** The last day of a membership, whether by its term or by its end. */
export function lastDayOf({ untilOn, endedOn }: Pick<MemberRead, 'untilOn' | 'endedOn'>): LocalDate {
  const ended = endedOn === null ? untilOn : addDays(endedOn, -1);
  return ended < untilOn ? ended : untilOn;
}

interface PeopleProps {
  readonly ctx: PageContext;
  readonly members: readonly MemberRead[];
  /** Above the list, where nothing else says who they are. */
  readonly heading?: string;
}

function People({ ctx, members, heading }: PeopleProps): JSX.Element {
  return (
    <>
      {heading && <h3 class="govuk-heading-m">{heading}</h3>}
      <List
        level={heading ? 4 : 3}
        empty=""
        items={members.map((member) => ({
          href: ctx.url(`/desk/members/${member.id}`),
          title: personName(member.person),
          facts: factsOf(ctx, member),
        }))}
      />
    </>
  );
}

function factsOf(ctx: PageContext, member: MemberRead): ListItem['facts'] {
  const { seat, organization, sinceOn } = member;
  const roles = member.roles.filter(({ untilOn }) => untilOn === null || untilOn >= ctx.today).map(({ role }) => role);
  return [
    roles.length > 0 && <strong>{ctx.format.list(roles.map((role) => ctx.t(`portal.councils.role.${role}`)))}</strong>,
    ctx.t(`portal.councils.seat.${seat}`),
    organization && <Localized ctx={ctx} text={organization.name} />,
    `${ctx.format.date(sinceOn)} – ${ctx.format.date(lastDayOf(member))}`,
  ];
}
