import type { ComponentChildren, JSX } from 'preact';
import type { CouncilRead } from '../../councils/index.js';
import { END_REASONS, MEMBER_ROLES, type MemberRead, type MemberRoleResponse } from '../../members/index.js';
import { Button, InsetText, Radios, Select, SummaryList, WarningText } from '../components/index.js';
import { personName } from '../councils/person-name.js';
import { Refusal, shortened, type Compared } from '../desk/index.js';
import { type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import { DayField, HeldSeats } from './appointment.page.js';
import type { CouncilDecision, KnownPerson } from './persons.queries.js';
import { lastDayOf } from './seats.part.js';

/** A member with his council. */
export interface SeatedMember {
  readonly member: MemberRead;
  readonly council: CouncilRead;
}

interface MemberProps extends SeatedMember {
  readonly ctx: PageContext;
}

/** A member: the seat, the roles, what can be done, and who has the same name. */
export function MemberBody(props: MemberProps & { readonly namesakes: readonly KnownPerson[] }): JSX.Element {
  const { ctx, member, council, namesakes } = props;
  const isOver = lastDayOf(member) < ctx.today;
  const canEnd = member.state === 'appointed' && !isOver;
  return (
    <>
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={council.name} />
      </span>
      <h1 class="govuk-heading-xl">{personName(member.person)}</h1>
      {namesakes.length > 0 && <Namesakes ctx={ctx} namesakes={namesakes} />}
      <Facts {...props} />
      <Roles {...props} isOver={isOver} />
      {canEnd && (
        <Button href={ctx.url(`/desk/members/${member.id}/end`)} variant="secondary">
          {ctx.t('portal.councilsDesk.end.title')}
        </Button>
      )}
      <ul class="govuk-list">
        {council.state !== 'dissolved' && (
          <Way ctx={ctx} path={`/desk/councils/${council.id}/member`} text="portal.councilsDesk.toAppoint" />
        )}
        <Way ctx={ctx} path={`/desk/councils/${council.id}`} text="portal.councilsDesk.back" />
      </ul>
    </>
  );
}

function Way({
  ctx,
  path,
  text,
}: {
  readonly ctx: PageContext;
  readonly path: string;
  readonly text: string;
}): JSX.Element {
  return (
    <li>
      <a class="govuk-link" href={ctx.url(path)}>
        {ctx.t(text)}
      </a>
    </li>
  );
}

/** Persons of the same name; it may be the same one. Only a warning. */
function Namesakes({
  ctx,
  namesakes,
}: {
  readonly ctx: PageContext;
  readonly namesakes: readonly KnownPerson[];
}): JSX.Element {
  return (
    <>
      <WarningText prefix={ctx.t('portal.desk.warning')}>{ctx.t('portal.councilsDesk.namesakes')}</WarningText>
      <InsetText>
        {namesakes.map((person) => (
          <div class="govuk-!-margin-bottom-2">
            <strong>{personName(person)}</strong>
            <HeldSeats ctx={ctx} seats={person.seats} />
          </div>
        ))}
      </InsetText>
    </>
  );
}

function Facts({ ctx, member }: MemberProps): JSX.Element {
  const { seat, organization, sinceOn, untilOn, endedOn, endReason } = member;
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.councils.column.seat'), value: ctx.t(`portal.councils.seat.${seat}`) },
        organization && {
          key: ctx.t('portal.councilsDesk.appoint.organization'),
          value: <Localized ctx={ctx} text={organization.name} />,
        },
        {
          key: ctx.t('portal.councilsDesk.term'),
          value: `${ctx.format.date(sinceOn)} – ${ctx.format.date(untilOn)}`,
        },
        endedOn !== null && { key: ctx.t('portal.councilsDesk.endedOn'), value: ctx.format.date(endedOn) },
        endReason !== null && {
          key: ctx.t('portal.councilsDesk.end.reason'),
          value: ctx.t(`portal.councilsDesk.reason.${endReason}`),
        },
      ]}
    />
  );
}

function Roles({ ctx, member, isOver }: MemberProps & { readonly isOver: boolean }): JSX.Element {
  const title = ctx.t('portal.councilsDesk.roles');
  return (
    <section aria-labelledby="roles">
      <h2 class="govuk-heading-m" id="roles">
        {title}
      </h2>
      {member.roles.length === 0 && <p class="govuk-body">{ctx.t('portal.councilsDesk.noRoles')}</p>}
      {member.roles.length > 0 && <SummaryList rows={member.roles.map((role) => roleRow(ctx, role, isOver))} />}
      {!isOver && (
        <Button href={ctx.url(`/desk/members/${member.id}/role`)} variant="secondary">
          {ctx.t('portal.councilsDesk.role.title')}
        </Button>
      )}
    </section>
  );
}

function roleRow(ctx: PageContext, { id, role, sinceOn, untilOn }: MemberRoleResponse, isOver: boolean) {
  const name = ctx.t(`portal.councils.role.${role}`);
  const until = untilOn === null ? ctx.t('portal.councilsDesk.asMember') : ctx.format.date(untilOn);
  const lasts = !isOver && (untilOn === null || untilOn >= ctx.today);
  const end = {
    href: ctx.url(`/desk/member-roles/${id}`),
    text: ctx.t('portal.councilsDesk.roleEnd.title'),
    hidden: name,
  };
  return { key: name, value: `${ctx.format.date(sinceOn)} – ${until}`, ...(lasts ? { actions: [end] } : {}) };
}

interface OneFormProps extends MemberProps {
  readonly filled: FilledForm;
}

/** One form about a member, below his name. */
function OneForm({ ctx, member, council, filled, title, compared = [], children }: FrameProps): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={compared} />
        <span class="govuk-caption-xl">
          {personName(member.person)}, <Localized ctx={ctx} text={council.name} />
        </span>
        <h1 class="govuk-heading-xl">{title}</h1>
        {children}
      </div>
    </div>
  );
}

interface FrameProps extends OneFormProps {
  readonly title: string;
  readonly compared?: readonly Compared[];
  readonly children: ComponentChildren;
}

const legend = (text: string) => ({ legend: text, legendClass: 'govuk-fieldset__legend--s' });

/** The form by which a membership is ended: its first day without it, and why. */
export function EndBody(props: OneFormProps & { readonly decisions: readonly CouncilDecision[] }): JSX.Element {
  const { ctx, member, filled, decisions } = props;
  const t = (key: string): string => ctx.t(`portal.councilsDesk.end.${key}`);
  return (
    <OneForm {...props} title={t('title')} compared={endCompared(props)}>
      <p class="govuk-body">{t('text')}</p>
      <Form ctx={ctx} action={`/desk/members/${member.id}/end`} version={member.version}>
        <DayField filled={filled} name="on" label={t('on')} hint={t('onHint')} />
        <Radios
          {...filled.choice('reason')}
          fieldset={legend(t('reason'))}
          items={END_REASONS.map((value) => ({ value, text: ctx.t(`portal.councilsDesk.reason.${value}`) }))}
        />
        {decisions.length > 0 && (
          <Select
            {...filled.field('agendaItemId')}
            label={t('decision')}
            hint={t('decisionHint')}
            items={[
              { value: '', text: '–' },
              ...decisions.map(({ id, title, number, startsAt }) => ({
                value: id,
                text: `${ctx.t('portal.meetings.title', { number, date: ctx.format.instant(startsAt) })}: ${shortened(ctx.text(title), 60)}`,
              })),
            ]}
          />
        )}
        <Button variant="warning" preventDoubleClick>
          {t('button')}
        </Button>
      </Form>
    </OneForm>
  );
}

function endCompared({ ctx, member: { endedOn, endReason }, filled }: OneFormProps): Compared[] {
  const reason = (value: string | null | undefined): string => {
    const known = END_REASONS.find((one) => one === value);
    return known ? ctx.t(`portal.councilsDesk.reason.${known}`) : '–';
  };
  return [
    { field: ctx.t('portal.councilsDesk.end.on'), stored: endedOn ?? '–', yours: filled.value('on') || '–' },
    {
      field: ctx.t('portal.councilsDesk.end.reason'),
      stored: reason(endReason),
      yours: reason(filled.value('reason')),
    },
  ];
}

/** The form by which a role is given. */
export function RoleBody(props: OneFormProps): JSX.Element {
  const { ctx, member, filled } = props;
  const t = (key: string): string => ctx.t(`portal.councilsDesk.role.${key}`);
  return (
    <OneForm {...props} title={t('title')}>
      <Form ctx={ctx} action={`/desk/members/${member.id}/role`}>
        <Radios
          {...filled.choice('role')}
          fieldset={legend(t('which'))}
          items={MEMBER_ROLES.map((value) => ({ value, text: ctx.t(`portal.councils.role.${value}`) }))}
        />
        <DayField filled={filled} name="since" label={t('since')} />
        <DayField filled={filled} name="until" label={t('until')} hint={t('untilHint')} />
        <Button preventDoubleClick>{t('button')}</Button>
      </Form>
    </OneForm>
  );
}

/** The form by which a role is ended. */
export function RoleEndBody(
  props: OneFormProps & { readonly role: MemberRoleResponse & { readonly version: number } },
): JSX.Element {
  const { ctx, filled, role } = props;
  const t = (key: string): string => ctx.t(`portal.councilsDesk.roleEnd.${key}`);
  const compared = [{ field: t('on'), stored: role.untilOn ?? '–', yours: filled.value('on') || '–' }];
  return (
    <OneForm {...props} title={t('title')} compared={compared}>
      <p class="govuk-body">
        {ctx.t(`portal.councils.role.${role.role}`)}: {ctx.format.date(role.sinceOn)} –{' '}
        {role.untilOn === null ? ctx.t('portal.councilsDesk.asMember') : ctx.format.date(role.untilOn)}
      </p>
      <Form ctx={ctx} action={`/desk/member-roles/${role.id}`} version={role.version}>
        <DayField filled={filled} name="on" label={t('on')} />
        <Button preventDoubleClick>{t('button')}</Button>
      </Form>
    </OneForm>
  );
}
