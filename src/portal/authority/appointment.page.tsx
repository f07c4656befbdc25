import type { ComponentChildren, JSX } from 'preact';
import type { CouncilRead } from '../../councils/index.js';
import { ORGANIZATION_KINDS, SEATS, type OrganizationResponse } from '../../members/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { Button, Fieldset, Details, Input, Radios } from '../components/index.js';
import { personName } from '../councils/person-name.js';
import { RuleNote } from '../councils/rule-note.js';
import { Bilingual, Refusal } from '../desk/index.js';
import { EnterButton, type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import { DO_FIELD, NEW, NONE, SEARCH_FIELDS, type AppointmentQuery } from './member-forms.js';
import type { HeldSeat, KnownPerson } from './persons.queries.js';

interface AppointmentProps {
  readonly ctx: PageContext;
  readonly council: CouncilRead;
  readonly query: AppointmentQuery;
  readonly filled: FilledForm;
  /** Those who were looked for. */
  readonly persons: readonly KnownPerson[];
  readonly organizations: readonly OrganizationResponse[];
  readonly rules: RuleSet;
}

/** Whom to appoint to which seat, for which organisation, how long. */
export function AppointmentBody(props: AppointmentProps): JSX.Element {
  const { ctx, council, filled } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={council.name} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.councilsDesk.appoint.title')}</h1>
        <AppointmentForm {...props} />
      </div>
    </div>
  );
}

/** Goes to where what was looked for stands in the address: it is found again when the form is refused. */
function AppointmentForm(props: AppointmentProps): JSX.Element {
  const { ctx, council, query, filled, rules } = props;
  const t = (key: string): string => ctx.t(`portal.councilsDesk.appoint.${key}`);
  const looked = new URLSearchParams(
    Object.entries(query).filter((part): part is [string, string] => part[1] !== undefined),
  ).toString();
  return (
    <Form ctx={ctx} action={`/desk/councils/${council.id}/member${looked && `?${looked}`}`}>
      <EnterButton>{t('button')}</EnterButton>
      <Search {...props} />
      <PersonPart {...props} />
      <Radios
        {...filled.choice('seat')}
        fieldset={legend(t('seat'))}
        items={SEATS.map((value) => ({ value, text: ctx.t(`portal.councils.seat.${value}`) }))}
      />
      <OrganizationPart {...props} />
      <DayField filled={filled} name="since" label={t('since')} />
      <DayField filled={filled} name="until" label={t('until')} hint={t('untilHint')} />
      <Details summary={t('rules')}>
        {['C1', 'C4.npo', 'C4.republican', 'C5'].map((id) => (
          <RuleNote ctx={ctx} rule={rules.find(id)} />
        ))}
      </Details>
      <Button preventDoubleClick name={DO_FIELD} value="appoint">
        {t('button')}
      </Button>
    </Form>
  );
}

/** A calendar date. */
export function DayField({ filled, name, label, hint }: DayProps): JSX.Element {
  return <Input {...filled.field(name)} type="date" class="govuk-input--width-10" label={label} hint={hint} />;
}

interface DayProps {
  readonly filled: FilledForm;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

const legend = (text: string) => ({ legend: text, legendClass: 'govuk-fieldset__legend--s' });

/** Looks among the records; what is found can be chosen below. */
function Search({ ctx, query, filled, persons, organizations }: AppointmentProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.councilsDesk.appoint.${key}`);
  const isSearched = query.person !== undefined || query.organization !== undefined;
  const none = [
    query.person !== undefined && persons.length === 0 && t('noPerson'),
    query.organization !== undefined && organizations.length === 0 && t('noOrganization'),
  ];
  return (
    <Details summary={t('search')} open={isSearched}>
      <p class="govuk-body">{t('searchText')}</p>
      <div role="search">
        <Input {...filled.field(SEARCH_FIELDS.person)} type="search" label={t('searchPerson')} />
        <Input {...filled.field(SEARCH_FIELDS.organization)} type="search" label={t('searchOrganization')} />
        <Button variant="secondary" class="govuk-!-margin-bottom-2" name={DO_FIELD} value="find">
          {t('find')}
        </Button>
      </div>
      {none.map((text) => text && <p class="govuk-body">{text}</p>)}
    </Details>
  );
}

function PersonPart({ ctx, filled, persons }: AppointmentProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.councilsDesk.appoint.${key}`);
  const fields = (
    <>
      <Input {...filled.field('person.familyName')} label={t('familyName')} class="govuk-input--width-20" />
      <Input {...filled.field('person.givenName')} label={t('givenName')} class="govuk-input--width-20" />
      <Input {...filled.field('person.patronymic')} label={t('patronymic')} class="govuk-input--width-20" />
      <DayField filled={filled} name="person.birthOn" label={t('birthOn')} hint={t('birthHint')} />
      <DayField filled={filled} name="person.consentedOn" label={t('consentedOn')} hint={t('consentHint')} />
    </>
  );
  if (persons.length === 0) return fields;
  const chosen = filled.value('personId');
  return (
    <>
      <Radios
        {...filled.choice('personId')}
        value={persons.some(({ id }) => id === chosen) ? chosen : NEW}
        fieldset={legend(t('person'))}
        items={[
          ...persons.map((person) => ({
            value: person.id,
            text: personName(person),
            hint: <HeldSeats ctx={ctx} seats={person.seats} />,
          })),
          { divider: t('or') },
          { value: NEW, text: t('newPerson') },
        ]}
      />
      <Fieldset legend={t('newPerson')} legendClass="govuk-fieldset__legend--s">
        {fields}
      </Fieldset>
    </>
  );
}

/** The seats by which somebody is told from a namesake. */
export function HeldSeats({
  ctx,
  seats,
}: {
  readonly ctx: PageContext;
  readonly seats: readonly HeldSeat[];
}): JSX.Element {
  return (
    <>
      {seats.map(({ council, sinceOn, untilOn }) => (
        <div>
          <Localized ctx={ctx} text={council} />: {ctx.format.date(sinceOn)} – {ctx.format.date(untilOn)}
        </div>
      ))}
    </>
  );
}

function OrganizationPart({ ctx, filled, organizations }: AppointmentProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.councilsDesk.appoint.${key}`);
  const kind = (value: string): string => ctx.t(`portal.councilsDesk.organizationKind.${value}`);
  const described: ComponentChildren = (
    <>
      <Radios
        {...filled.choice('organization.kind')}
        class="govuk-radios--small"
        fieldset={legend(t('organizationKind'))}
        items={ORGANIZATION_KINDS.map((value) => ({ value, text: kind(value) }))}
      />
      <Bilingual english="optional" filled={filled} name="organization.name" label={t('organizationName')} />
      <Input
        {...filled.field('organization.bin')}
        class="govuk-input--width-20"
        inputmode="numeric"
        label={t('bin')}
        hint={t('binHint')}
      />
    </>
  );
  return (
    <>
      <Radios
        {...filled.choice('organizationId')}
        fieldset={legend(t('organization'))}
        hint={t('organizationHint')}
        items={[
          { value: NONE, text: t('noneOrganization') },
          ...organizations.map((one) => ({
            value: one.id,
            text: <Localized ctx={ctx} text={one.name} />,
            hint: [kind(one.kind), one.bin].filter(Boolean).join(', '),
          })),
          { value: NEW, text: t('newOrganization') },
        ]}
      />
      <Fieldset legend={t('newOrganization')} legendClass="govuk-fieldset__legend--s">
        {described}
      </Fieldset>
    </>
  );
}
