import type { JSX } from 'preact';
import type { CalendarDay } from '../../calendar/index.js';
import { Button, Input, InsetText, Radios, Tag, Textarea, type TagColour } from '../components/index.js';
import { Bilingual, Refusal } from '../desk/index.js';
import { type FilledForm, Form, List, Localized, type PageContext } from '../frame/index.js';
import { LoadedTag } from './calendar.page.js';
import { dayCompared, KINDS, YEAR_BASIS } from './day-form.js';
import { Done, LinkLine } from './parts.js';

const COLOURS: Readonly<Record<CalendarDay['kind'], TagColour>> = {
  holiday: 'red',
  day_off: 'orange',
  working_day_moved: 'blue',
};

/** The forms of a year: of one of its days, and that it is whole. */
export interface YearForms {
  readonly day: FilledForm;
  readonly year: FilledForm;
}

interface YearProps {
  readonly ctx: PageContext;
  readonly year: number;
  readonly loaded: boolean;
  readonly days: readonly CalendarDay[];
  readonly forms: YearForms;
  /** The day that the form is for, as it is kept now, and its version. */
  readonly day: CalendarDay | undefined;
  readonly version: number | undefined;
  readonly done: string | undefined;
  /** Open due dates that are others by now. */
  readonly shifts: number;
}

/** A year: its days that are not what they seem, and the form of one of them. */
export function YearBody(props: YearProps): JSX.Element {
  const { ctx, year, loaded, forms, day, done, shifts } = props;
  return (
    <>
      <Refusal filled={forms.day} compared={dayCompared(forms.day, day)} />
      <Refusal filled={forms.year} />
      <Done ctx={ctx} what={done}>
        {shifts > 0 && (
          <p class="govuk-body">
            <a class="govuk-notification-banner__link" href={`${ctx.url('/desk/calendar')}#recalculation`}>
              {ctx.t('portal.admin.desk.shifts', { count: shifts })}
            </a>
          </p>
        )}
      </Done>
      <h1 class="govuk-heading-xl">{ctx.t('portal.admin.calendar.year', { year: String(year) })}</h1>
      <p class="govuk-body">
        <LoadedTag ctx={ctx} loaded={loaded} />
      </p>
      <LinkLine href="#day">{ctx.t('portal.admin.day.title')}</LinkLine>
      {!loaded && <InsetText>{ctx.t('portal.admin.year.notLoaded')}</InsetText>}
      <nav aria-label={ctx.t('portal.admin.calendar.years')}>
        <ul class="govuk-list">
          {[year - 1, year + 1].map((other) => (
            <li>
              <a class="govuk-link" href={ctx.url(`/desk/calendar/${other}`)}>
                {ctx.t('portal.admin.calendar.year', { year: String(other) })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <Days {...props} />
        </div>
        <div class="govuk-grid-column-one-half">
          <DayForm {...props} />
          {!loaded && <Completion {...props} />}
        </div>
      </div>
    </>
  );
}

function Days({ ctx, year, days }: YearProps): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-l">{ctx.t('portal.admin.year.days')}</h2>
      <List
        level={3}
        empty={ctx.t('portal.admin.year.none')}
        items={days.map(({ date, kind, name, basis, confidence }) => ({
          href: `${ctx.url(`/desk/calendar/${year}`, { day: date })}#day`,
          title: `${ctx.format.date(date)}, ${ctx.format.weekday(date)}`,
          facts: [
            <Tag colour={COLOURS[kind]}>{ctx.t(`portal.admin.day.kinds.${kind}`)}</Tag>,
            <Localized ctx={ctx} text={name} />,
            ctx.t(`portal.admin.day.confidence.${confidence}`),
          ],
          children: <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">{basis}</p>,
        }))}
      />
    </>
  );
}

function Completion({ ctx, year, days, forms }: YearProps): JSX.Element {
  const t = (name: string): string => ctx.t(`portal.admin.year.${name}`);
  return (
    <section aria-labelledby="completion">
      <h2 class="govuk-heading-l" id="completion">
        {t('completion')}
      </h2>
      <p class="govuk-body">{t('completionText')}</p>
      {days.length > 0 && (
        <Form ctx={ctx} action={`/desk/calendar/${year}/completion`}>
          <Textarea
            {...forms.year.field(YEAR_BASIS)}
            label={ctx.t('portal.admin.day.basis')}
            hint={t('completionHint')}
            rows={2}
          />
          <Button preventDoubleClick>{t('completionButton')}</Button>
        </Form>
      )}
    </section>
  );
}

function DayForm({ ctx, year, forms, version }: YearProps): JSX.Element {
  const filled = forms.day;
  const t = (name: string): string => ctx.t(`portal.admin.day.${name}`);
  return (
    <section aria-labelledby="day">
      <h2 class="govuk-heading-l" id="day">
        {t('title')}
      </h2>
      <p class="govuk-body">{t('text')}</p>
      <Form ctx={ctx} action={`/desk/calendar/${year}`} version={version}>
        <Input
          {...filled.field('date')}
          type="date"
          class="govuk-input--width-10"
          label={t('date')}
          hint={version === undefined ? t('dateHint') : undefined}
        />
        <Radios
          {...filled.choice('kind')}
          fieldset={{ legend: t('kind'), legendClass: 'govuk-fieldset__legend--s' }}
          items={KINDS.map((value) => ({ value, text: t(`kinds.${value}`), hint: t(`kindHint.${value}`) }))}
        />
        <Bilingual english="required" filled={filled} name="name" label={t('name')} hint={t('nameHint')} />
        <Textarea {...filled.field('basis')} label={t('basis')} hint={t('basisHint')} rows={3} />
        <Button preventDoubleClick>{t('button')}</Button>
      </Form>
      {version !== undefined && <LinkLine href={`${ctx.url(`/desk/calendar/${year}`)}#day`}>{t('other')}</LinkLine>}
    </section>
  );
}
