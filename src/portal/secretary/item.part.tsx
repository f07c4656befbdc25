import type { JSX } from 'preact';
import { CHOICES, type AgendaItemResponse, type VoteResultResponse } from '../../meetings/index.js';
import { Button, Details, Radios, Select, SummaryList, Tag } from '../components/index.js';
import type { Compared } from '../desk/index.js';
import { EnterButton, FilledForm, Form, Localized, Name, type FirstValues } from '../frame/index.js';
import { AllButton } from './all-button.js';
import { OTHERS_FIELD, VOTES } from './meeting-forms.js';
import { nextItem, presentAt } from './meeting-screens.service.js';
import { fullName } from './names.js';
import { RecommendationsPart } from './recommendation.part.js';
import type { ItemProps, ScreenProps } from './screen.js';

/** The item that is dealt with now: its votes, what follows from them, and the way to the next item. */
export function ItemPart(props: ScreenProps): JSX.Element | null {
  const { ctx, screen } = props;
  const { item, meeting } = screen;
  if (!item) return null;
  const next = nextItem(meeting);
  return (
    <section aria-labelledby="item">
      <h2 class="govuk-heading-l" id="item">
        {ctx.t('portal.desk.meeting.item', { position: item.position })} <Localized ctx={ctx} text={item.title} />
      </h2>
      <ItemFacts {...props} item={item} />
      {meeting.state === 'open' && item.state === 'listed' && <VotesPart {...props} item={item} />}
      {item.result !== null && <RecommendationsPart {...props} item={item} />}
      {item.result !== null && next && next.id !== item.id && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${ctx.url(`/desk/meetings/${meeting.id}`, { item: next.id })}#item`}>
            {ctx.t('portal.desk.meeting.next', { position: next.position })}
          </a>
        </p>
      )}
    </section>
  );
}

function ItemFacts({ ctx, screen, names, item }: ItemProps): JSX.Element {
  const power = screen.powers.find(({ id }) => id === item.power);
  const { result } = item;
  return (
    <SummaryList
      rows={[
        {
          key: ctx.t('portal.desk.meeting.power'),
          value: power ? (
            <>
              <Localized ctx={ctx} text={power.name} /> (<Localized ctx={ctx} text={power.basis} />)
            </>
          ) : (
            item.power
          ),
        },
        item.bodyId !== null && {
          key: ctx.t('portal.desk.meeting.body'),
          value: <Name ctx={ctx} names={names} id={item.bodyId} />,
        },
        item.rapporteur !== null && { key: ctx.t('portal.desk.meeting.rapporteur'), value: item.rapporteur.name },
        result !== null && {
          key: ctx.t('portal.desk.meeting.result'),
          value: (
            <>
              <div>
                <Tag colour={result.outcome === 'carried' ? 'green' : 'grey'}>
                  {ctx.t(`portal.desk.meeting.outcome.${result.outcome}`)}
                </Tag>
              </div>
              <TallyText ctx={ctx} result={result} />
              {!result.quorum.reached && <> {ctx.t('portal.desk.meeting.noQuorumThen')}</>}
            </>
          ),
        },
      ]}
    />
  );
}

function TallyText({ ctx, result }: Pick<ItemProps, 'ctx'> & { readonly result: VoteResultResponse }): JSX.Element {
  const { base, tally } = result;
  const { against, abstain, conflict } = tally;
  return <>{ctx.t('portal.desk.meeting.tally', { base, for: tally.for, against, abstain, conflict })}</>;
}

/** The form of the votes; once they are counted, it is opened when they are to be replaced. */
function VotesPart(props: ItemProps): JSX.Element {
  const { ctx, item, forms } = props;
  if (item.result === null) return <VotesForm {...props} />;
  return (
    <Details summary={ctx.t('portal.desk.meeting.changeVotes')} open={forms.votes !== undefined}>
      <VotesForm {...props} />
    </Details>
  );
}

function VotesForm({ ctx, screen, forms, now, item }: ItemProps): JSX.Element {
  const { meeting, roll, itemVersion } = screen;
  const present = presentAt(roll, now);
  const filled = forms.votes ?? new FilledForm(ctx, VOTES, valuesOf(present, item));
  const action = `/desk/meetings/${meeting.id}/votes/${item.id}`;
  const button = ctx.t('portal.desk.meeting.saveVotes');
  const choice = (one: string): string => ctx.t(`portal.desk.meeting.choice.${one}`);
  return (
    <>
      <h3 class="govuk-heading-m" id="votes">
        {ctx.t('portal.desk.meeting.votes')}
      </h3>
      {present.length === 0 ? (
        <p class="govuk-body">{ctx.t('portal.desk.meeting.nobodyPresent')}</p>
      ) : (
        <Form ctx={ctx} action={action} version={itemVersion}>
          <EnterButton>{button}</EnterButton>
          <AllButton filled={filled} action={ctx.url(action)} place="votes" mark="for" />
          {present.map((member, at) => (
            <div class="govuk-!-margin-bottom-4">
              <input type="hidden" name={`votes[${at}].memberId`} value={member.memberId} />
              <Radios
                {...filled.choice(`votes[${at}].choice`)}
                class="govuk-radios--inline govuk-radios--small"
                groupClass="govuk-!-margin-bottom-2"
                fieldset={{ legend: fullName(member), legendClass: 'govuk-fieldset__legend--s' }}
                items={CHOICES.map((value) => ({ value, text: choice(value) }))}
              />
            </div>
          ))}
          <Select
            {...filled.field(OTHERS_FIELD)}
            label={ctx.t('portal.desk.meeting.others')}
            hint={ctx.t('portal.desk.meeting.othersHint')}
            items={[
              { value: '', text: ctx.t('portal.desk.meeting.othersNone') },
              ...['for', 'against', 'abstain'].map((value) => ({ value, text: choice(value) })),
            ]}
          />
          <Button preventDoubleClick>{button}</Button>
        </Form>
      )}
    </>
  );
}

type Present = ReturnType<typeof presentAt>;

function valuesOf(present: Present, { votes }: AgendaItemResponse): FirstValues {
  const choices = new Map(votes.map(({ memberId, choice }) => [memberId, choice]));
  return Object.fromEntries(present.map(({ memberId }, at) => [`votes[${at}].choice`, choices.get(memberId)]));
}

/** Members of whom another vote is stored by now than was sent. */
export function votesCompared({ ctx, screen, forms, now }: ScreenProps): Compared[] {
  const { item, roll } = screen;
  const { votes: filled } = forms;
  if (!item || !filled) return [];
  const word = (one: string | undefined): string => (one ? ctx.t(`portal.desk.meeting.choice.${one}`) : '–');
  const choices = new Map(item.votes.map(({ memberId, choice }) => [memberId, choice]));
  return presentAt(roll, now)
    .map((member, at) => ({ member, stored: choices.get(member.memberId), mine: filled.value(`votes[${at}].choice`) }))
    .filter(({ stored, mine }) => stored !== mine)
    .map(({ member, stored, mine }) => ({ field: fullName(member), stored: word(stored), yours: word(mine) }));
}
