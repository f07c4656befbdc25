import type { JSX } from 'preact';
import type { CalendarYear, Shift } from '../../calendar/index.js';
import { Button, Table, Tag } from '../components/index.js';
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
          <div class="kenes-scroll" role="region" aria-labelledby="recalculation" tabIndex={0}>
            <Table
              caption={ctx.t('portal.admin.calendar.count', { count })}
              captionClass="govuk-table__caption--m"
              head={[t('thing'), t('from'), t('to')]}
              rows={shifts.map((shift) => [
                { content: <Thing ctx={ctx} preview={preview} shift={shift} thing={things.get(keyOf(shift))} /> },
                ctx.format.date(shift.from),
                { content: <NewDate ctx={ctx} shift={shift} /> },
              ])}
            />
          </div>
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

function Thing({ ctx, preview, shift, thing }: ThingProps): JSX.Element {
  const kind = ctx.t(`portal.admin.calendar.kind.${shift.kind}`);
  if (!thing) return <>{kind}</>;
  const { path, title, councilId, bodyId } = thing;
  return (
    <>
      {path === null ? (
        kind
      ) : (
        <a class="govuk-link" href={ctx.url(path)}>
          {title === null ? kind : `${kind}: ${shortened(ctx.text(title))}`}
        </a>
      )}
      {[councilId, bodyId].map((id) => id !== null && <NameLine ctx={ctx} names={preview.names} id={id} />)}
    </>
  );
}

function NameLine(props: { readonly ctx: PageContext; readonly names: Names; readonly id: string }): JSX.Element {
  return (
    <div class="govuk-body-s govuk-!-margin-bottom-0">
      <Name {...props} />
    </div>
  );
}

/** Where the date only becomes final, it is said so. */
function NewDate({ ctx, shift }: { readonly ctx: PageContext; readonly shift: Shift }): JSX.Element {
  const { from, to, provisional } = shift;
  return (
    <>
      {ctx.format.date(to)}
      {from === to && <div>{ctx.t('portal.admin.calendar.settled')}</div>}
      {provisional && <div>{ctx.t('portal.admin.calendar.provisional')}</div>}
    </>
  );
}
