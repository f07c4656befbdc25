import type { JSX } from 'preact';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { AdminDesk } from '../admin/admin-desk.js';
import type { AdminAttention } from '../admin/attention.service.js';
import type { AssessingDesk } from '../assessing/assessing-desks.service.js';
import { AssessingDeskPart } from '../assessing/desk.part.js';
import type { CouncilAlarmLists } from '../authority/council-alarms.service.js';
import { CouncilsSection } from '../authority/councils-section.js';
import { Tag, TaskList } from '../components/index.js';
import type { OpenAppeals } from '../../moderation/index.js';
import { Localized, Name, type Names, type PageContext } from '../frame/index.js';
import { AppealsSection } from '../moderation/appeals.page.js';
import type { Workplaces } from './desks.service.js';
import { shortened } from './shortened.js';
import { byTime, TIMES, timeOf, type DeskTask, type TaskKind } from './tasks.js';

/** What there is to do, by what one is here. */
export interface DeskWork {
  readonly secretary: readonly DeskTask[];
  readonly officer: readonly DeskTask[];
  readonly assessing: AssessingDesk;
  /** Of the authority; undefined for others. */
  readonly councilAlarms: CouncilAlarmLists | undefined;
  /** Against hidden comments, for the authority; undefined for others. */
  readonly appeals: OpenAppeals | undefined;
  /** Undefined for who is no administrator. */
  readonly admin: AdminAttention | undefined;
}

/** What a desk shows. */
export interface DeskProps extends DeskWork {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly places: Workplaces;
}

/** The desk of who is signed in: as authority, as secretary, as officer, as all of them. */
export function DeskBody(props: DeskProps): JSX.Element {
  const { ctx, names, places, assessing, admin, councilAlarms, appeals } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.desk.title')}</h1>
      {!worksHere(props) && <p class="govuk-body">{ctx.t('portal.desk.nobody')}</p>}
      {councilAlarms && <CouncilsSection ctx={ctx} names={names} alarms={councilAlarms} />}
      {appeals && <AppealsSection ctx={ctx} appeals={appeals} />}
      {places.councilIds.length > 0 && <SecretaryDesk {...props} />}
      {places.bodyIds.length > 0 && <OfficerDesk {...props} />}
      <AssessingDeskPart ctx={ctx} names={names} desk={assessing} />
      <AdminDesk ctx={ctx} attention={admin} />
    </>
  );
}

function worksHere({ places, assessing, admin, councilAlarms }: DeskProps): boolean {
  const { isAuthority, isMember } = assessing;
  const isStaff = places.councilIds.length + places.bodyIds.length > 0;
  return isStaff || isAuthority || isMember || admin !== undefined || councilAlarms !== undefined;
}

function SecretaryDesk({ ctx, names, places, secretary }: DeskProps): JSX.Element {
  return (
    <section aria-labelledby="secretary">
      <h2 class="govuk-heading-l" id="secretary">
        {ctx.t('portal.desk.secretary')}
      </h2>
      <ul class="govuk-list">
        {places.councilIds.map((id) => (
          <li>
            <Name ctx={ctx} names={names} id={id} />
            <br />
            <a class="govuk-link" href={ctx.url(`/desk/councils/${id}/meeting`)}>
              {ctx.t('portal.desk.toPlan')}
            </a>
            <br />
            <a class="govuk-link" href={ctx.url(`/desk/councils/${id}`)}>
              {ctx.t('portal.councilsDesk.toComposition')}
            </a>
          </li>
        ))}
      </ul>
      <Tasks ctx={ctx} names={names} tasks={secretary} prefix="secretary" />
    </section>
  );
}

function OfficerDesk({ ctx, names, places, officer }: DeskProps): JSX.Element {
  return (
    <section aria-labelledby="officer">
      <h2 class="govuk-heading-l" id="officer">
        {ctx.t('portal.desk.officer')}
      </h2>
      <ul class="govuk-list">
        {places.bodyIds.map((id) => (
          <li>
            <Name ctx={ctx} names={names} id={id} />
            <br />
            <a class="govuk-link" href={ctx.url(`/desk/bodies/${id}/draft`)}>
              {ctx.t('portal.desk.toDraft')}
            </a>
          </li>
        ))}
      </ul>
      <Tasks ctx={ctx} names={names} tasks={officer} prefix="officer" />
    </section>
  );
}

interface TasksProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly tasks: readonly DeskTask[];
  readonly prefix: string;
}

function Tasks({ ctx, names, tasks, prefix }: TasksProps): JSX.Element {
  const groups = byTime(tasks, ctx.today);
  const isFree = tasks.every((task) => timeOf(task, ctx.today) === 'awaited');
  return (
    <>
      {isFree && <p class="govuk-body">{ctx.t('portal.desk.nothing')}</p>}
      {TIMES.map((time) => {
        const group = groups.get(time) ?? [];
        if (group.length === 0) return null;
        return (
          <>
            <h3 class="govuk-heading-m">{ctx.t(`portal.desk.time.${time}`)}</h3>
            <TaskList
              idPrefix={`${prefix}-${time}`}
              items={group.map((task) => ({
                title: titleOf(ctx, task),
                href: ctx.url(PLACES[task.kind](task)),
                hint: <Hint ctx={ctx} names={names} task={task} />,
                status: <Status ctx={ctx} task={task} />,
              }))}
            />
          </>
        );
      })}
    </>
  );
}

function titleOf(ctx: PageContext, { kind, number, count, text }: DeskTask): string {
  const title = ctx.t(`portal.desk.task.${kind}`, { number: number ?? 0, count });
  return text === null ? title : `${title}: ${shortened(ctx.text(text))}`;
}

interface OfTask {
  readonly ctx: PageContext;
  readonly task: DeskTask;
}

/** Who is meant, and when a meeting is. */
function Hint({ ctx, names, task }: OfTask & { readonly names: Names }): JSX.Element {
  const named = [task.councilId, task.bodyId].map((id) => (id === null ? undefined : names.get(id)));
  return (
    <>
      {task.startsAt && <div>{ctx.format.instant(task.startsAt)}</div>}
      {named
        .filter((name): name is LocalizedText => name !== undefined)
        .map((name) => (
          <div>
            <Localized ctx={ctx} text={name} />
          </div>
        ))}
    </>
  );
}

function Status({ ctx, task }: OfTask): JSX.Element | null {
  const { dueOn } = task;
  if (dueOn === null) return null;
  const date = ctx.format.date(dueOn);
  if (dueOn < ctx.today) return <Tag colour="red">{ctx.t('portal.desk.late', { date })}</Tag>;
  if (dueOn === ctx.today) return <Tag colour="orange">{ctx.t('portal.desk.due.today')}</Tag>;
  return <>{ctx.t('portal.desk.due.on', { date })}</>;
}

const minutes = ({ id }: DeskTask): string => `/desk/meetings/${id}/minutes`;
const meeting = ({ meetingId }: DeskTask): string => `/desk/meetings/${meetingId ?? ''}`;
const measure = ({ id }: DeskTask): string => `/desk/follow-ups/${id}`;
const discussion = ({ id }: DeskTask): string => `/desk/consultations/${id}`;

/** Where a task is done. */
const PLACES: Readonly<Record<TaskKind, (task: DeskTask) => string>> = {
  announce: ({ id }) => `/desk/meetings/${id}/agenda`,
  hold: meeting,
  close: meeting,
  'draft-minutes': minutes,
  'circulate-minutes': minutes,
  'sign-minutes': minutes,
  'publish-minutes': minutes,
  dispatch: (task) => `${meeting(task)}?item=${task.itemId ?? ''}`,
  'reply-awaited': ({ id }) => `/recommendations/${id}`,
  promise: ({ id }) => `/desk/recommendations/${id}/measure`,
  'measure-awaited': ({ id }) => `/follow-ups/${id}`,
  verify: measure,
  measure,
  reply: ({ id }) => `/desk/recommendations/${id}`,
  'publish-draft': discussion,
  'discussion-open': discussion,
  answer: discussion,
  report: discussion,
  'give-opinion': ({ id, councilId }) => `/desk/consultations/${id}/opinion?council=${councilId ?? ''}`,
  'opinion-answer-awaited': ({ id }) => `/opinions/${id}`,
  'answer-opinion': ({ id }) => `/desk/opinions/${id}`,
};
