import type { JSX } from 'preact';
import type { CalendarYear, Shift } from '../../calendar/index.js';
import { Button, Tag } from '../components/index.js';
import { Refusal, shortened } from '../desk/index.js';
import { type FilledForm, Form, List, Name, type Names, type PageContext } from '../frame/index.js';
import { Done } from './parts.js';
import type { Shifted } from './shifted.queries.js';

/** What a recalculation would do: the first of the dates, and how many there are. */
export interface Preview {
  readonly count: number;
  readonly shifts: readonly Shift[];
  readonly things: ReadonlyMap<string, Shifted>;
  readonly names: Names;
}

interface CalendarProps {
  readonly ctx: PageContext;
  readonly years: readonly CalendarYear[];
  readonly preview: Preview;
  readonly done: string | undefined;
  readonly filled: FilledForm | undefined;
}

/** The years of the calendar, and what a recalculation of open due dates would move. */
export function CalendarBody({ ctx, years, preview, done, filled }: CalendarProps): JSX.Element {
  return (
    <>
      <Refusal filled={filled} />
      <Done ctx={ctx} what={done} />
      <h1 class="govuk-heading-xl">{ctx.t('portal.admin.calendar.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.admin.calendar.lead')}</p>
      <h2 class="govuk-heading-l">{ctx.t('portal.admin.calendar.years')}</h2>
      <List
        level={3}
        empty={ctx.t('portal.admin.calendar.noYears')}
        items={years.map(({ year, loaded, days }) => ({
          href: ctx.url(`/desk/calendar/${year}`),
          title: ctx.t('portal.admin.calendar.year', { year: String(year) }),
          facts: [<LoadedTag ctx={ctx} loaded={loaded} />, ctx.t('portal.admin.calendar.days', { count: days })],
        }))}
      />
      <Recalculation ctx={ctx} preview={preview} />
    </>
  );
}

/** Whether a year is loaded. */
export function LoadedTag({ ctx, loaded }: { readonly ctx: PageContext; readonly loaded: boolean }): JSX.Element {
  return (
    <Tag colour={loaded ? 'green' : 'orange'}>
      {ctx.t(loaded ? 'portal.admin.calendar.loaded' : 'portal.admin.calendar.notLoaded')}
    </Tag>
  );
}

function Recalculation({ ctx, preview }: { readonly ctx: PageContext; readonly preview: Preview }): JSX.Element {
  const t = (name: string): string => ctx.t(`portal.admin.calendar.${name}`);
  const { count, shifts, things } = preview;
  return (
    <section aria-labelledby="recalculation">
      <h2 class="govuk-heading-l" id="recalculation">
        {t('recalculation')}
      </h2>
      <p class="govuk-body">{t('recalculationText')}</p>
      {count === 0 ? (
        <p class="govuk-body">{t('nothing')}</p>
      ) : (
        <>
          <p class="govuk-body">
            <strong>{ctx.t('portal.admin.calendar.count', { count })}</strong>
          </p>
          <ul class="kenes-list">
            {shifts.map((shift) => (
              <li class="kenes-list__item">
                <Thing ctx={ctx} preview={preview} shift={shift} thing={things.get(keyOf(shift))} />
              </li>
            ))}
          </ul>
          {count > shifts.length && (
            <p class="govuk-body">{ctx.t('portal.admin.calendar.others', { count: count - shifts.length })}</p>
          )}
          <Form ctx={ctx} action="/desk/calendar/recalculation">
            <Button preventDoubleClick>{t('button')}</Button>
          </Form>
        </>
      )}
    </section>
  );
}

function keyOf({ kind, id }: Shift): string {
  return `${kind}:${id}`;
}

interface ThingProps {
  readonly ctx: PageContext;
  readonly preview: Preview;
  readonly shift: Shift;
  readonly thing: Shifted | undefined;
}

/** What the date belongs to, whose it is, and how it changes. */
function Thing({ ctx, preview, shift, thing }: ThingProps): JSX.Element {
  const kind = ctx.t(`portal.admin.calendar.kind.${shift.kind}`);
  const title = thing?.title ? `${kind}: ${shortened(ctx.text(thing.title))}` : kind;
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {thing?.path ? (
          <a class="govuk-link" href={ctx.url(thing.path)}>
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <Change ctx={ctx} shift={shift} />
      </p>
      {thing && (
        <p class="govuk-body-s kenes-list__facts">
          {[thing.councilId, thing.bodyId].map(
            (id) =>
              id !== null && (
                <span>
                  <Name ctx={ctx} names={preview.names} id={id} />
                </span>
              ),
          )}
        </p>
      )}
    </>
  );
}

/** The old date and the new one; where they are one, that it becomes final. */
function Change({ ctx, shift }: { readonly ctx: PageContext; readonly shift: Shift }): JSX.Element {
  const { provisional } = shift;
  const [from, to] = [shift.from, shift.to].map((day) => <strong>{ctx.format.date(day)}</strong>);
  if (shift.from === shift.to) {
    return (
      <>
        {to}: {ctx.t('portal.admin.calendar.settled')}
      </>
    );
  }
  return (
    <>
      {ctx.t('portal.admin.calendar.from')}: {from} → {ctx.t('portal.admin.calendar.to')}: {to}
      {provisional && ` (${ctx.t('portal.admin.calendar.provisional')})`}
    </>
  );
}
