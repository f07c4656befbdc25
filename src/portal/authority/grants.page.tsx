import type { JSX } from 'preact';
import type { CouncilRead } from '../../councils/index.js';
import { Button, Input, Radios, Select } from '../components/index.js';
import { personName } from '../councils/person-name.js';
import { Refusal } from '../desk/index.js';
import { type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import type { CouncilGrant } from './council-grants.queries.js';
import type { Seats } from './council-seats.js';

interface GrantsProps {
  readonly ctx: PageContext;
  readonly council: CouncilRead;
  readonly grants: readonly CouncilGrant[];
  readonly seats: Seats;
  readonly filled: FilledForm;
  /** The taking away that was refused. */
  readonly revoked: FilledForm | undefined;
}

/** Who has a role in the council, each with a button that takes it away, and the form that gives one. */
export function GrantsBody(props: GrantsProps): JSX.Element {
  const { ctx, council, grants, filled, revoked } = props;
  return (
    <>
      <Refusal filled={revoked ?? filled} />
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={council.name} />
      </span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.councilsDesk.grants.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.councilsDesk.grants.text')}</p>
      {grants.length === 0 ? (
        <p class="govuk-body">{ctx.t('portal.councilsDesk.grants.none')}</p>
      ) : (
        <Given {...props} />
      )}
      {council.state !== 'dissolved' && <GiveForm {...props} />}
    </>
  );
}

function Given({ ctx, council, grants, seats }: GrantsProps): JSX.Element {
  const seated = [...seats.current, ...seats.coming, ...seats.former];
  return (
    <ul class="kenes-list">
      {grants.map(({ id, displayName, email, role, memberId }) => {
        const member = seated.find((one) => one.id === memberId);
        return (
          <li class="kenes-list__item">
            <p class="govuk-body govuk-!-margin-bottom-2">
              <strong>{displayName}</strong> ({email})
              <br />
              {ctx.t(`portal.role.${role}`)}
              {member && `: ${personName(member.person)}`}
            </p>
            <Form ctx={ctx} action={`/desk/councils/${council.id}/revocation`}>
              <Button variant="secondary" name="grantId" value={id} class="govuk-!-margin-bottom-0">
                {ctx.t('portal.councilsDesk.grants.revoke')} <span class="govuk-visually-hidden">({displayName})</span>
              </Button>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}

function GiveForm({ ctx, council, seats, filled }: GrantsProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.councilsDesk.grants.${key}`);
  return (
    <section aria-labelledby="give">
      <h2 class="govuk-heading-l" id="give">
        {t('give')}
      </h2>
      <Form ctx={ctx} action={`/desk/councils/${council.id}/grants`}>
        <Input
          {...filled.field('email')}
          type="email"
          spellcheck={false}
          label={t('email')}
          hint={t('emailHint')}
          class="govuk-input--width-20"
        />
        <Radios
          {...filled.choice('role')}
          fieldset={{ legend: t('role'), legendClass: 'govuk-fieldset__legend--s' }}
          items={[
            { value: 'secretary', text: ctx.t('portal.role.secretary'), hint: t('secretaryHint') },
            { value: 'member', text: ctx.t('portal.role.member') },
          ]}
        />
        <Select
          {...filled.field('memberId')}
          label={t('seat')}
          items={[
            { value: '', text: '–' },
            ...[...seats.current, ...seats.coming].map(({ id, person }) => ({ value: id, text: personName(person) })),
          ]}
        />
        <Button preventDoubleClick>{t('button')}</Button>
      </Form>
    </section>
  );
}
