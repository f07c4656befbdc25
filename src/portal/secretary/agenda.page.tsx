import type { JSX } from 'preact';
import { ITEM_KINDS, type AgendaItemResponse } from '../../meetings/index.js';
import type { BodyResponse } from '../../bodies/index.js';
import type { LocalDate } from '../../platform/kernel/index.js';
import { Button, Details, Input, InsetText, Radios, Select, SummaryList, Tag } from '../components/index.js';
import { Bilingual, refused, Refusal, shortened } from '../desk/index.js';
import { FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import { AGENDA_ITEM, CANCELLATION } from './agenda-forms.js';
import { powersOf, type HeldMeeting } from './meeting-screens.service.js';
import type { AwaitingDraft } from './opinion.queries.js';

/** What the page of a plan and its agenda shows. */
export interface AgendaProps {
  readonly ctx: PageContext;
  readonly held: HeldMeeting;
  readonly bodies: readonly BodyResponse[];
  /** On which the council may give its opinion. */
  readonly drafts: readonly AwaitingDraft[];
  /** The last day on which the announcement is in time (M5.notice). */
  readonly noticeDueOn: LocalDate;
  readonly forms: Partial<Record<'item' | 'move' | 'cancellation', FilledForm>>;
}

/** The plan of a meeting with its agenda, to the announcement and until the closing. */
export function AgendaBody(props: AgendaProps): JSX.Element {
  const { ctx, held, forms } = props;
  const { meeting, council } = held;
  return (
    <>
      <Refusal filled={refused(forms)} />
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={council.name} />
      </span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.desk.plan.agendaTitle', { number: meeting.number })}</h1>
      <Plan {...props} />
      <h2 class="govuk-heading-l">{ctx.t('portal.desk.meeting.agenda')}</h2>
      {meeting.agenda.length === 0 && <p class="govuk-body">{ctx.t('portal.desk.plan.noItems')}</p>}
      <ol class="govuk-list govuk-list--number">
        {meeting.agenda.map((item) => (
          <li value={item.position}>
            <ItemLine {...props} item={item} />
          </li>
        ))}
      </ol>
      {meeting.state === 'planned' && <Announcement {...props} />}
      <AddItem {...props} />
      {(meeting.state === 'planned' || meeting.state === 'announced') && <Cancellation {...props} />}
    </>
  );
}

function Plan({ ctx, held: { meeting } }: AgendaProps): JSX.Element {
  const isOpen = meeting.state === 'planned' || meeting.state === 'announced';
  const change = { href: ctx.url(`/desk/meetings/${meeting.id}/plan`), text: ctx.t('portal.desk.change') };
  const named = (hidden: string) => (isOpen ? { actions: [{ ...change, hidden }] } : {});
  const when = ctx.t('portal.desk.plan.startsAt');
  return (
    <SummaryList
      rows={[
        {
          key: ctx.t('portal.desk.plan.state'),
          value: <Tag>{ctx.t(`portal.desk.meeting.state.${meeting.state}`)}</Tag>,
        },
        { key: when, value: ctx.format.instant(meeting.startsAt), ...named(when) },
        {
          key: ctx.t('portal.desk.plan.kind'),
          value: `${ctx.t(`portal.desk.plan.kinds.${meeting.kind}`)}, ${ctx.t(`portal.desk.plan.formats.${meeting.format}`)}`,
        },
        meeting.place && { key: ctx.t('portal.desk.plan.place'), value: <Localized ctx={ctx} text={meeting.place} /> },
      ]}
    />
  );
}

function ItemLine({ ctx, held, item }: AgendaProps & { readonly item: AgendaItemResponse }): JSX.Element {
  const { meeting, council } = held;
  const power = powersOf(council).find(({ id }) => id === item.power);
  const button = (move: string): JSX.Element => (
    <Button variant="secondary" name="move" value={move} class="govuk-!-margin-bottom-1">
      {ctx.t(`portal.desk.plan.move.${move}`)} <span class="govuk-visually-hidden">({ctx.text(item.title)})</span>
    </Button>
  );
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>
          <Localized ctx={ctx} text={item.title} />
        </strong>{' '}
        {item.state !== 'listed' && <Tag colour="grey">{ctx.t(`portal.desk.meeting.itemState.${item.state}`)}</Tag>}
        {item.addedLate && <Tag colour="orange">{ctx.t('portal.desk.plan.addedLate')}</Tag>}
      </p>
      <p class="govuk-body-s">
        {ctx.t(`portal.desk.plan.itemKind.${item.kind}`)}
        {power && (
          <>
            {' · '}
            <Localized ctx={ctx} text={power.name} /> (<Localized ctx={ctx} text={power.basis} />)
          </>
        )}
      </p>
      {item.result === null && item.state !== 'taken_off' && meeting.state !== 'closed' && (
        <Form ctx={ctx} action={`/desk/meetings/${meeting.id}/items/${item.id}`}>
          <div class="govuk-button-group">
            {button(item.state === 'postponed' ? 'resume' : 'postpone')}
            {button('remove')}
          </div>
        </Form>
      )}
    </>
  );
}

function Announcement({ ctx, held: { meeting, version }, noticeDueOn }: AgendaProps): JSX.Element {
  const date = ctx.format.date(noticeDueOn);
  const isLate = ctx.today > noticeDueOn;
  return (
    <>
      <h2 class="govuk-heading-l">{ctx.t('portal.desk.plan.announcement')}</h2>
      <InsetText>{ctx.t(isLate ? 'portal.desk.plan.noticeLate' : 'portal.desk.plan.noticeUntil', { date })}</InsetText>
      <Form ctx={ctx} action={`/desk/meetings/${meeting.id}/announcement`} version={version}>
        <Button preventDoubleClick>{ctx.t('portal.desk.plan.announce')}</Button>
      </Form>
    </>
  );
}

function AddItem({ ctx, held, bodies, drafts, forms }: AgendaProps): JSX.Element | null {
  const { meeting, council } = held;
  if (!['planned', 'announced', 'open'].includes(meeting.state)) return null;
  const filled = forms.item ?? new FilledForm(ctx, AGENDA_ITEM, { bodyId: council.bodyId, kind: 'other' });
  return (
    <>
      <h2 class="govuk-heading-l" id="add">
        {ctx.t('portal.desk.plan.add')}
      </h2>
      <Form ctx={ctx} action={`/desk/meetings/${meeting.id}/agenda`}>
        <Bilingual filled={filled} name="title" label={ctx.t('portal.desk.plan.itemTitle')} />
        <Select
          {...filled.field('power')}
          label={ctx.t('portal.desk.meeting.power')}
          hint={ctx.t('portal.desk.plan.powerHint')}
          items={[
            { value: '', text: '–' },
            ...powersOf(council).map(({ id, name }) => ({ value: id, text: `${id}. ${ctx.text(name)}` })),
          ]}
        />
        <Radios
          {...filled.choice('kind')}
          fieldset={{ legend: ctx.t('portal.desk.plan.itemKindLabel'), legendClass: 'govuk-fieldset__legend--s' }}
          items={ITEM_KINDS.map((value) => ({ value, text: ctx.t(`portal.desk.plan.itemKind.${value}`) }))}
        />
        <Select
          {...filled.field('bodyId')}
          label={ctx.t('portal.desk.meeting.body')}
          items={[{ value: '', text: '–' }, ...bodies.map(({ id, name }) => ({ value: id, text: ctx.text(name) }))]}
        />
        <DraftField filled={filled} drafts={drafts} />
        <Input {...filled.field('rapporteur.name')} label={ctx.t('portal.desk.plan.rapporteur')} />
        <Button variant="secondary" preventDoubleClick>
          {ctx.t('portal.desk.plan.addButton')}
        </Button>
      </Form>
    </>
  );
}

/** The draft that an item is about: an opinion rests only on an item that names it; left out where none is awaited. */
function DraftField({ filled, drafts }: { filled: FilledForm; drafts: readonly AwaitingDraft[] }): JSX.Element | null {
  const { ctx } = filled;
  if (drafts.length === 0) return null;
  return (
    <Select
      {...filled.field('consultationId')}
      label={ctx.t('portal.desk.plan.draft')}
      hint={ctx.t('portal.desk.plan.draftHint')}
      items={[
        { value: '', text: '–' },
        ...drafts.map(({ id, title }) => ({ value: id, text: shortened(ctx.text(title)) })),
      ]}
    />
  );
}

function Cancellation({ ctx, held: { meeting, version }, forms }: AgendaProps): JSX.Element {
  const filled = forms.cancellation ?? new FilledForm(ctx, CANCELLATION, {});
  return (
    <Details summary={ctx.t('portal.desk.plan.cancelSummary')} open={forms.cancellation !== undefined}>
      <Form ctx={ctx} action={`/desk/meetings/${meeting.id}/cancellation`} version={version}>
        <Bilingual filled={filled} name="reason" label={ctx.t('portal.desk.plan.cancelReason')} rows={2} />
        <Button variant="warning" preventDoubleClick>
          {ctx.t('portal.desk.plan.cancel')}
        </Button>
      </Form>
    </Details>
  );
}
