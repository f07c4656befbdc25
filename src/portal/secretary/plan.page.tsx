import type { JSX } from 'preact';
import type { CouncilFacts } from '../../councils/index.js';
import { MEETING_FORMATS, MEETING_KINDS, type MeetingResponse } from '../../meetings/index.js';
import { Button, Input, Radios } from '../components/index.js';
import { Bilingual, bilingualCompared, Refusal, type Compared } from '../desk/index.js';
import { type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';

interface PlanProps {
  readonly ctx: PageContext;
  readonly council: CouncilFacts;
  readonly filled: FilledForm;
  /** The meeting that is changed; without it a new one is planned. */
  readonly meeting?: MeetingResponse;
  readonly version?: number;
}

/** Number, kind, form, time and place of a meeting. */
export function PlanBody({ ctx, council, filled, meeting, version }: PlanProps): JSX.Element {
  const action = meeting ? `/desk/meetings/${meeting.id}/plan` : `/desk/councils/${council.id}/meeting`;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={meeting ? comparedIn(filled, meeting) : []} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={council.name} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t(meeting ? 'portal.desk.plan.change' : 'portal.desk.plan.title')}</h1>
        <Form ctx={ctx} action={action} version={version}>
          <PlanFields filled={filled} />
          <Button preventDoubleClick>{ctx.t(meeting ? 'portal.desk.save' : 'portal.desk.plan.button')}</Button>
        </Form>
      </div>
    </div>
  );
}

function PlanFields({ filled }: { readonly filled: FilledForm }): JSX.Element {
  const { ctx } = filled;
  const legend = (key: string) => ({ legend: ctx.t(key), legendClass: 'govuk-fieldset__legend--s' });
  return (
    <>
      <Input
        {...filled.field('startsAt')}
        label={ctx.t('portal.desk.plan.startsAt')}
        hint={ctx.t('portal.desk.plan.startsHint')}
        class="govuk-input--width-20"
        attributes={{ type: 'datetime-local' }}
      />
      <Radios
        {...filled.choice('kind')}
        class="govuk-radios--inline"
        fieldset={legend('portal.desk.plan.kind')}
        items={MEETING_KINDS.map((value) => ({ value, text: ctx.t(`portal.desk.plan.kinds.${value}`) }))}
      />
      <Radios
        {...filled.choice('format')}
        class="govuk-radios--inline"
        fieldset={legend('portal.desk.plan.format')}
        items={MEETING_FORMATS.map((value) => ({ value, text: ctx.t(`portal.desk.plan.formats.${value}`) }))}
      />
      <Bilingual filled={filled} name="place" label={ctx.t('portal.desk.plan.place')} />
      <Input
        {...filled.field('broadcastUrl')}
        type="url"
        label={ctx.t('portal.desk.plan.broadcast')}
        hint={ctx.t('portal.desk.plan.broadcastHint')}
      />
      <Input
        {...filled.field('number')}
        label={ctx.t('portal.desk.plan.number')}
        hint={ctx.t('portal.desk.plan.numberHint')}
        class="govuk-input--width-4"
        inputmode="numeric"
      />
    </>
  );
}

function comparedIn(filled: FilledForm, meeting: MeetingResponse): Compared[] {
  const { ctx } = filled;
  return [
    {
      field: ctx.t('portal.desk.plan.startsAt'),
      stored: ctx.format.instant(meeting.startsAt),
      yours: (filled.value('startsAt') ?? '–').replace('T', ' '),
    },
    ...bilingualCompared(filled, 'place', ctx.t('portal.desk.plan.place'), meeting.place),
  ];
}
