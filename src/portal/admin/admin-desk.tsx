import type { JSX } from 'preact';
import { Tag, TaskList, type Task } from '../components/index.js';
import type { PageContext } from '../frame/index.js';
import type { AdminAttention } from './attention.service.js';

/** Where an administrator works. */
const PLACES = [
  { name: 'accounts', path: '/desk/accounts' },
  { name: 'calendar', path: '/desk/calendar' },
  { name: 'settings', path: '/desk/rules' },
] as const;

interface AdminDeskProps {
  readonly ctx: PageContext;
  /** Nothing is shown to who is no administrator. */
  readonly attention: AdminAttention | undefined;
}

/** The administrator's part of the desk: where to go, and what needs attention. */
export function AdminDesk({ ctx, attention }: AdminDeskProps): JSX.Element | null {
  if (!attention) return null;
  const tasks = tasksOf(ctx, attention);
  return (
    <section aria-labelledby="admin">
      <h2 class="govuk-heading-l" id="admin">
        {ctx.t('portal.admin.desk.title')}
      </h2>
      <ul class="govuk-list govuk-list--spaced">
        {PLACES.map(({ name, path }) => (
          <li>
            <a class="govuk-link" href={ctx.url(path)}>
              {ctx.t(`portal.admin.${name}.title`)}
            </a>
            <br />
            {ctx.t(`portal.admin.desk.${name}`)}
          </li>
        ))}
      </ul>
      <h3 class="govuk-heading-m">{ctx.t('portal.admin.desk.attention')}</h3>
      {tasks.length === 0 ? (
        <p class="govuk-body">{ctx.t('portal.admin.desk.nothing')}</p>
      ) : (
        <TaskList idPrefix="admin" items={tasks} />
      )}
    </section>
  );
}

function tasksOf(ctx: PageContext, { years, shifts, unverified }: AdminAttention): Task[] {
  const thisYear = Number(ctx.today.slice(0, 4));
  const notLoaded = years.map((year) => ({
    title: ctx.t('portal.admin.desk.year', { year: String(year) }),
    href: ctx.url(`/desk/calendar/${year}`),
    status: (
      <Tag colour={year === thisYear ? 'red' : 'orange'}>
        {ctx.t(year === thisYear ? 'portal.admin.desk.now' : 'portal.admin.desk.soon')}
      </Tag>
    ),
  }));
  const counted = [
    { count: shifts, key: 'portal.admin.desk.shifts', path: '/desk/calendar' },
    { count: unverified, key: 'portal.admin.desk.unverified', path: '/desk/rules' },
  ];
  return [
    ...notLoaded,
    ...counted
      .filter(({ count }) => count > 0)
      .map(({ count, key, path }) => ({ title: ctx.t(key, { count }), href: ctx.url(path) })),
  ];
}
