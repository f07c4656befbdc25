import type { JSX } from 'preact';
import type { CouncilMove, CouncilRead } from '../../councils/index.js';
import type { Standing } from '../../members/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { Button, Details, InsetText, SummaryList, WarningText } from '../components/index.js';
import { RuleNote } from '../councils/rule-note.js';
import { StateTag } from '../councils/state-tag.js';
import { refused, Refusal } from '../desk/index.js';
import { type FilledForm, Form, Localized, Name, type Names, type PageContext } from '../frame/index.js';
import type { CouncilGrant } from './council-grants.queries.js';
import type { Seats } from './council-seats.js';
import { SeatsPart } from './seats.part.js';
import { shortfalls } from './shortfalls.js';

/** What the page of a council on the desk shows. */
export interface CouncilDeskProps {
  readonly ctx: PageContext;
  readonly council: CouncilRead;
  /** Undefined once it is dissolved. */
  readonly standing: Standing | undefined;
  readonly seats: Seats;
  readonly rules: RuleSet;
  readonly territory: { readonly name: LocalizedText };
  /** Shown to the authority, who gives them. */
  readonly grants: readonly CouncilGrant[];
  readonly names: Names;
  readonly moves: readonly CouncilMove[];
  readonly mayEdit: boolean;
  readonly forms: Partial<Record<'activation' | 'dissolution', FilledForm>>;
}

/** A council: what it is, what it is short of, who sits in it, and what can be done. */
export function CouncilDeskBody(props: CouncilDeskProps): JSX.Element {
  const { ctx, council, moves, forms, mayEdit } = props;
  return (
    <>
      <Refusal filled={refused(forms)} />
      <h1 class="govuk-heading-xl">
        <Localized ctx={ctx} text={council.name} note />
      </h1>
      <p class="govuk-body">
        <StateTag ctx={ctx} of="councils" state={council.state} />
      </p>
      <Short {...props} />
      <Facts {...props} />
      {moves.includes('activation') && <Activation {...props} />}
      <SeatsPart ctx={ctx} council={council} seats={props.seats} />
      {mayEdit && <Grants {...props} />}
      {moves.includes('dissolution') && <Dissolution {...props} />}
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`/councils/${council.id}`)}>
          {ctx.t('portal.councilsDesk.toPublic')}
        </a>
      </p>
    </>
  );
}

function Short({ ctx, council, standing, rules }: CouncilDeskProps): JSX.Element | null {
  if (!standing || council.state !== 'active') return null;
  const sentences = shortfalls(ctx, standing);
  if (sentences.length === 0) return null;
  const { since, breaches } = standing;
  return (
    <>
      <WarningText prefix={ctx.t('portal.desk.warning')}>
        {since === null
          ? ctx.t('portal.councils.incomplete')
          : ctx.t('portal.councilsDesk.incompleteSince', { date: ctx.format.date(since) })}
      </WarningText>
      <InsetText>
        {sentences.map((text) => (
          <p class="govuk-body">{text}</p>
        ))}
        {[...breaches.map(({ rule }) => rule), 'C9'].map((id) => (
          <RuleNote ctx={ctx} rule={rules.find(id)} />
        ))}
      </InsetText>
    </>
  );
}

function Facts({ ctx, council, territory, names, mayEdit }: CouncilDeskProps): JSX.Element {
  const { id, bodyId, level, kind, seats, foundedOn, activatedOn, dissolvedOn, website, sectors } = council;
  const t = (key: string): string => ctx.t(`portal.councils.${key}`);
  const isOver = council.state === 'dissolved';
  const change = (hidden: string) =>
    mayEdit && !isOver
      ? { actions: [{ href: ctx.url(`/desk/councils/${id}/edit`), text: ctx.t('portal.desk.change'), hidden }] }
      : {};
  const seatsLabel = ctx.t('portal.councilsDesk.field.seats');
  return (
    <SummaryList
      rows={[
        { key: t('body'), value: <Name ctx={ctx} names={names} id={bodyId} /> },
        { key: t('territory'), value: <Localized ctx={ctx} text={territory.name} /> },
        { key: t('kindLabel'), value: `${t(`level.${level}`)}; ${t(`kind.${kind}`)}` },
        { key: seatsLabel, value: ctx.format.number(seats), ...change(seatsLabel) },
        { key: t('foundedOn'), value: ctx.format.date(foundedOn) },
        activatedOn !== null && {
          key: ctx.t('portal.councilsDesk.activatedOn'),
          value: ctx.format.date(activatedOn),
        },
        dissolvedOn !== null && { key: t('dissolvedOn'), value: ctx.format.date(dissolvedOn) },
        { key: t('convocation'), value: <Convocations ctx={ctx} council={council} />, ...next(ctx, council, mayEdit) },
        { key: t('website'), value: website ?? '–', ...change(t('website')) },
        {
          key: t('sectors'),
          value: sectors.length === 0 ? '–' : ctx.format.list(sectors.map((one) => ctx.text(one))),
          ...change(t('sectors')),
        },
        {
          key: t('regulation'),
          value: ctx.t(council.regulation ? 'portal.councilsDesk.there' : 'portal.councilsDesk.notThere'),
          ...change(t('regulation')),
        },
      ]}
    />
  );
}

function next(ctx: PageContext, { id, state }: CouncilRead, mayEdit: boolean) {
  if (!mayEdit || state === 'dissolved') return {};
  const href = ctx.url(`/desk/councils/${id}/convocation`);
  return { actions: [{ href, text: ctx.t('portal.councilsDesk.toConvocation') }] };
}

function Convocations({ ctx, council }: Pick<CouncilDeskProps, 'ctx' | 'council'>): JSX.Element {
  return (
    <>
      {council.convocations.map(({ number, fromOn, untilOn }) => (
        <div>
          {ctx.t('portal.councils.convocationText', {
            number,
            from: ctx.format.date(fromOn),
            until: ctx.format.date(untilOn),
          })}
        </div>
      ))}
    </>
  );
}

function Activation({ ctx, council, standing, rules }: CouncilDeskProps): JSX.Element {
  const sentences = standing ? shortfalls(ctx, standing) : [];
  return (
    <section aria-labelledby="activation">
      <h2 class="govuk-heading-l" id="activation">
        {ctx.t('portal.councilsDesk.activation')}
      </h2>
      <p class="govuk-body">{ctx.t('portal.councilsDesk.activationText')}</p>
      {sentences.length > 0 && (
        <InsetText>
          {sentences.map((text) => (
            <p class="govuk-body">{text}</p>
          ))}
        </InsetText>
      )}
      {['C1', `C3.${council.kind}`].map((id) => (
        <RuleNote ctx={ctx} rule={rules.find(id)} />
      ))}
      <Form ctx={ctx} action={`/desk/councils/${council.id}/activation`} version={council.version}>
        <Button preventDoubleClick>{ctx.t('portal.councilsDesk.activate')}</Button>
      </Form>
    </section>
  );
}

function Grants({ ctx, council, grants }: CouncilDeskProps): JSX.Element {
  const secretaries = grants.filter(({ role }) => role === 'secretary');
  const members = grants.length - secretaries.length;
  return (
    <section aria-labelledby="grants">
      <h2 class="govuk-heading-l" id="grants">
        {ctx.t('portal.councilsDesk.grants.title')}
      </h2>
      {secretaries.length === 0 && <p class="govuk-body">{ctx.t('portal.councilsDesk.grants.noSecretary')}</p>}
      <ul class="govuk-list">
        {secretaries.map(({ displayName, email }) => (
          <li>
            {ctx.t('portal.role.secretary')}: {displayName} ({email})
          </li>
        ))}
        {members > 0 && <li>{ctx.t('portal.councilsDesk.grants.members', { count: members })}</li>}
      </ul>
      {(council.state !== 'dissolved' || grants.length > 0) && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/councils/${council.id}/grants`)}>
            {ctx.t('portal.councilsDesk.grants.to')}
          </a>
        </p>
      )}
    </section>
  );
}

function Dissolution({ ctx, council, forms }: CouncilDeskProps): JSX.Element {
  return (
    <Details summary={ctx.t('portal.councilsDesk.dissolution')} open={forms.dissolution !== undefined}>
      <p class="govuk-body">{ctx.t('portal.councilsDesk.dissolutionText')}</p>
      <Form ctx={ctx} action={`/desk/councils/${council.id}/dissolution`} version={council.version}>
        <Button variant="warning" preventDoubleClick>
          {ctx.t('portal.councilsDesk.dissolve')}
        </Button>
      </Form>
    </Details>
  );
}
