import type { JSX } from 'preact';
import type { CompositionResponse } from '../../members/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { Button, InsetText, Input, SummaryList, Table, WarningText } from '../components/index.js';
import { Localized, type PageContext } from '../frame/index.js';
import { personName } from './person-name.js';
import { RuleNote } from './rule-note.js';

/** Who sits in a council on a day, and the rules of that day. */
export interface CompositionProps {
  readonly ctx: PageContext;
  readonly councilId: string;
  readonly composition: CompositionResponse;
  readonly rules: RuleSet;
  /** Names of the organisations that members represent. */
  readonly organizations: ReadonlyMap<string, LocalizedText>;
}

/** Whether a council at work has too few members, or too few of civil society (C1). */
export function isIncomplete({ vacant, breaches }: CompositionResponse): boolean {
  return vacant > 0 || breaches.length > 0;
}

/** The alarm of an incomplete composition, with what it is short of. */
export function IncompleteAlarm({ ctx, composition }: Pick<CompositionProps, 'ctx' | 'composition'>): JSX.Element {
  const { vacant, breaches } = composition;
  return (
    <WarningText prefix={ctx.t('portal.councils.warning')}>
      {ctx.t('portal.councils.incompleteOn', { date: ctx.format.date(composition.on) })}{' '}
      {vacant > 0 && ctx.t('portal.councils.vacantCount', { count: vacant })}{' '}
      {breaches.length > 0 && ctx.t('portal.councils.belowShare')}
    </WarningText>
  );
}

/** The composition on a day, and the way to any other day. */
export function CompositionView(props: CompositionProps): JSX.Element {
  const { ctx, councilId, composition, rules } = props;
  return (
    <section aria-labelledby="composition">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="composition">
        {ctx.t('portal.councils.compositionOn', { date: ctx.format.date(composition.on) })}
      </h2>
      <form class="kenes-not-on-paper" action={`${ctx.url(`/councils/${councilId}`)}#composition`}>
        <Input
          name="on"
          type="date"
          class="govuk-input--width-10"
          label={ctx.t('portal.councils.otherDay')}
          value={composition.on}
        />
        <Button class="govuk-button--secondary">{ctx.t('portal.councils.showDay')}</Button>
      </form>
      <Numbers ctx={ctx} composition={composition} rules={rules} />
      {composition.breaches.map(({ rule, required, actual }) => (
        <InsetText>
          <p class="govuk-body">
            <strong>{ctx.t('portal.councils.breach')}</strong>{' '}
            {ctx.t('portal.councils.shareBreach', { required, actual })}
          </p>
          <RuleNote ctx={ctx} rule={rules.find(rule)} />
        </InsetText>
      ))}
      {composition.people.length === 0 ? (
        <p class="govuk-body">{ctx.t('portal.councils.nobody')}</p>
      ) : (
        <People {...props} />
      )}
    </section>
  );
}

function Numbers({ ctx, composition, rules }: Pick<CompositionProps, 'ctx' | 'composition' | 'rules'>): JSX.Element {
  const { members, seats, civilSociety, stateBody, vacant, civilShare } = composition;
  const share = ctx.t('portal.councils.share', {
    count: ctx.format.number(civilSociety),
    members: ctx.format.number(members),
    share: civilShare === null ? '–' : ctx.format.percent(civilShare),
    required: rules.fraction('C1').toFraction(),
  });
  return (
    <>
      <SummaryList
        rows={[
          { key: ctx.t('portal.councils.members'), value: ctx.t('portal.councils.ofSeats', { members, seats }) },
          { key: ctx.t('portal.councils.civil'), value: share },
          { key: ctx.t('portal.councils.stateBodies'), value: ctx.format.number(stateBody) },
          vacant > 0 && { key: ctx.t('portal.councils.vacant'), value: ctx.format.number(vacant) },
        ]}
      />
      {composition.breaches.length === 0 && <RuleNote ctx={ctx} rule={rules.find('C1')} />}
    </>
  );
}

function rolesOf({ roles }: CompositionResponse['people'][number]): readonly string[] {
  return roles.length > 0 ? roles : ['member'];
}

function People({ ctx, composition, organizations }: CompositionProps): JSX.Element {
  const title = ctx.t('portal.councils.peopleOn', { date: ctx.format.date(composition.on) });
  return (
    <div class="kenes-scroll" role="region" aria-label={title} tabIndex={0}>
      <Table
        caption={title}
        captionClass="govuk-table__caption--m"
        head={['name', 'role', 'seat'].map((column) => ctx.t(`portal.councils.column.${column}`))}
        firstCellIsHeader
        rows={composition.people.map((person) => {
          const organization = person.organizationId === null ? undefined : organizations.get(person.organizationId);
          return [
            personName(person),
            ctx.format.list(rolesOf(person).map((role) => ctx.t(`portal.councils.role.${role}`))),
            {
              content: (
                <>
                  {ctx.t(`portal.councils.seat.${person.seat}`)}
                  {organization && (
                    <>
                      : <Localized ctx={ctx} text={organization} />
                    </>
                  )}
                </>
              ),
            },
          ];
        })}
      />
    </div>
  );
}
