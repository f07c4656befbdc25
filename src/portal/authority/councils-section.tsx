import type { ComponentChildren, JSX } from 'preact';
import { Tag } from '../components/index.js';
import { List, Name, type ListItem, type Names, type PageContext } from '../frame/index.js';
import type { CouncilAlarmLists, LateMinutes, Renewal } from './council-alarms.service.js';
import { Shortfalls } from './shortfalls.js';

/** The ids whose names the section shows. */
export function idsIn(alarms: CouncilAlarmLists | undefined): string[] {
  return alarms
    ? Object.values(alarms).flatMap((list: readonly { councilId: string }[]) => list.map((one) => one.councilId))
    : [];
}

interface SectionProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly alarms: CouncilAlarmLists;
}

/** The authority's part of the desk that is about councils: which of them want attention, and why. */
export function CouncilsSection({ ctx, names, alarms }: SectionProps): JSX.Element {
  const { incomplete, forming, renewals, minutes } = alarms;
  const name = (id: string) => <Name ctx={ctx} names={names} id={id} />;
  const page = (id: string): string => ctx.url(`/desk/councils/${id}`);
  return (
    <section aria-labelledby="councils">
      <h2 class="govuk-heading-l" id="councils">
        {ctx.t('portal.councilsDesk.section')}
      </h2>
      <Ways ctx={ctx} />
      {[incomplete, forming, renewals, minutes].every((list) => list.length === 0) && (
        <p class="govuk-body">{ctx.t('portal.councilsDesk.nothing')}</p>
      )}
      <Alarms
        name="incomplete"
        ctx={ctx}
        items={incomplete.map((one) => ({
          title: name(one.councilId),
          href: page(one.councilId),
          facts: [
            one.since !== null && <Red>{ctx.t('portal.councilsDesk.since', { date: ctx.format.date(one.since) })}</Red>,
          ],
          children: <Shortfalls ctx={ctx} standing={one} />,
        }))}
      />
      <Alarms
        name="renewals"
        ctx={ctx}
        items={renewals.map((one) => ({
          title: name(one.councilId),
          href: page(one.councilId),
          facts: [<Due ctx={ctx} on={one.startBy} />, renewalText(ctx, one)],
        }))}
      />
      <Alarms
        name="minutes"
        ctx={ctx}
        items={minutes.map((one) => ({
          title: minutesText(ctx, one),
          href: ctx.url(`/meetings/${one.meetingId}`),
          facts: [<Due ctx={ctx} on={one.dueOn} />, name(one.councilId)],
        }))}
      />
      <Alarms
        name="forming"
        ctx={ctx}
        items={forming.map((one) => ({
          title: name(one.councilId),
          href: page(one.councilId),
          facts: [ctx.t('portal.councilsDesk.founded', { date: ctx.format.date(one.foundedOn) })],
          children: <Shortfalls ctx={ctx} standing={one} />,
        }))}
      />
    </section>
  );
}

function Ways({ ctx }: Pick<SectionProps, 'ctx'>): JSX.Element {
  return (
    <ul class="govuk-list">
      {[
        ['/desk/councils', 'portal.councilsDesk.toList'],
        ['/desk/councils/new', 'portal.councilsDesk.toNew'],
      ].map(([path = '', key = '']) => (
        <li>
          <a class="govuk-link" href={ctx.url(path)}>
            {ctx.t(key)}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface AlarmsProps {
  readonly ctx: PageContext;
  readonly name: string;
  readonly items: readonly ListItem[];
}

function Alarms({ ctx, name, items }: AlarmsProps): JSX.Element | null {
  if (items.length === 0) return null;
  const id = `councils-${name}`;
  return (
    <section aria-labelledby={id}>
      <h3 class="govuk-heading-m" id={id}>
        {ctx.t(`portal.councilsDesk.alarm.${name}`)}
      </h3>
      <List level={4} empty="" items={items} />
    </section>
  );
}

function renewalText(ctx: PageContext, { number, untilOn }: Renewal): string {
  const key = untilOn < ctx.today ? 'portal.councilsDesk.convocationOver' : 'portal.councilsDesk.convocationEnds';
  return ctx.t(key, { number, date: ctx.format.date(untilOn) });
}

function minutesText(ctx: PageContext, { number, startsAt, state }: LateMinutes): string {
  return ctx.t('portal.councilsDesk.minutes', { number, date: ctx.format.instant(startsAt), state });
}

function Due({ ctx, on }: { readonly ctx: PageContext; readonly on: string }): JSX.Element {
  const date = ctx.format.date(on);
  if (on < ctx.today) return <Red>{ctx.t('portal.desk.late', { date })}</Red>;
  return <>{ctx.t('portal.desk.due.on', { date })}</>;
}

function Red({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <Tag colour="red">{children}</Tag>;
}
