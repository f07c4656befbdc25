import type { ComponentChildren, JSX } from 'preact';
import { assessmentLifecycle, type AssessmentState, type UnderWay } from '../../assessments/index.js';
import type { LocalDate } from '../../platform/kernel/index.js';
import { periodText } from '../assessments/numbers.js';
import { Button, Tag, TaskList, type TagColour, type Task } from '../components/index.js';
import { Name, type Names, type PageContext } from '../frame/index.js';
import type { AssessingDesk } from './assessing-desks.service.js';

interface DeskProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly desk: AssessingDesk;
}

/** Colours of the states; the words stand in each tag. */
export const STATE_COLOURS: Readonly<Record<AssessmentState, TagColour>> = {
  planned: 'grey',
  collecting: 'blue',
  in_review: 'purple',
  awaiting_reply: 'orange',
  adopted: 'teal',
  published: 'green',
};

/** Assessments on the desk of the authority, of an officer of an assessed body, of an assessor. */
export function AssessingDeskPart(props: DeskProps): JSX.Element {
  const { desk } = props;
  return (
    <>
      {desk.isAuthority && <AuthorityPart {...props} />}
      {desk.assessed.length > 0 && <AssessedPart {...props} />}
      {desk.isMember && <AssessorPart {...props} />}
    </>
  );
}

function AuthorityPart({ ctx, names, desk }: DeskProps): JSX.Element {
  const { underWay, gaps } = desk;
  const t = (key: string): string => ctx.t(`portal.assessing.desk.${key}`);
  const states = assessmentLifecycle.states.filter((state) => underWay.some((one) => one.state === state));
  return (
    <section aria-labelledby="assessing">
      <h2 class="govuk-heading-l" id="assessing">
        {t('authority')}
      </h2>
      <Button href={ctx.url('/desk/assessments/new')}>{ctx.t('portal.assessing.plan.title')}</Button>
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url('/desk/assessments')}>
          {ctx.t('portal.assessing.all')}
        </a>
      </p>
      {underWay.length === 0 && <p class="govuk-body">{t('nothing')}</p>}
      {states.map((state) => (
        <>
          <h3 class="govuk-heading-m">{t(`states.${state}`)}</h3>
          <TaskList
            idPrefix={`assessing-${state}`}
            items={underWay.filter((one) => one.state === state).map((one) => taskOf(ctx, names, one))}
          />
        </>
      ))}
      {gaps.length > 0 && (
        <>
          <h3 class="govuk-heading-m">{t('gaps')}</h3>
          <p class="govuk-body">{t('gapsText')}</p>
          <TaskList
            idPrefix="gaps"
            items={gaps.map(({ assessmentId, bodyId, from, to, indicators, dueOn }) => ({
              title: <Title ctx={ctx} names={names} bodyId={bodyId} from={from} to={to} />,
              href: `${ctx.url(`/desk/assessments/${assessmentId}`)}#after`,
              hint: ctx.t('portal.assessing.desk.gapCount', { count: indicators }),
              status: <Due ctx={ctx} dueOn={dueOn} />,
            }))}
          />
        </>
      )}
    </section>
  );
}

function taskOf(ctx: PageContext, names: Names, one: UnderWay): Task {
  const { replyUntil } = one.outstanding;
  return {
    title: <Title ctx={ctx} names={names} {...one} />,
    href: ctx.url(`/desk/assessments/${one.id}`),
    hint: waitingText(ctx, one),
    status: replyUntil === null ? undefined : <Due ctx={ctx} dueOn={replyUntil} />,
  };
}

type Waits = readonly [key: string, params?: Readonly<Record<string, number>>];

/** Who is to do what next, by the state. */
const WAITS: Readonly<Record<AssessmentState, (one: UnderWay) => Waits>> = {
  planned: () => ['collection'],
  collecting: ({ outstanding: { unsettled }, indicators }) =>
    unsettled.length > 0 ? ['values', { count: unsettled.length, of: indicators }] : ['review'],
  in_review: ({ outstanding: { unjudged } }) =>
    unjudged.length > 0 ? ['scores', { count: unjudged.length }] : ['replyRequest'],
  awaiting_reply: ({ outstanding: { replyUntil }, replied }) => {
    if (replyUntil !== null) return ['reply'];
    return [replied ? 'replied' : 'noReply'];
  },
  adopted: () => ['publication'],
  published: () => ['instant'],
};

function waitingText(ctx: PageContext, one: UnderWay): string {
  const { state, disputed, publishedAt } = one;
  const [key, params] = WAITS[state](one);
  const instant = publishedAt === null ? '' : ctx.format.instant(publishedAt);
  const text = ctx.t(`portal.assessing.waits.${key}`, { instant, ...params });
  const isDisputed = disputed > 0 && state !== 'adopted' && state !== 'published';
  return isDisputed ? `${text} ${ctx.t('portal.assessing.waits.disputed', { count: disputed })}` : text;
}

interface TitleProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly bodyId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

function Title({ ctx, names, bodyId, from, to }: TitleProps): JSX.Element {
  return (
    <>
      <Name ctx={ctx} names={names} id={bodyId} />, {periodText(ctx, { from, to })}
    </>
  );
}

/** A last day, and whether it has passed. */
function Due({ ctx, dueOn }: { readonly ctx: PageContext; readonly dueOn: LocalDate }): JSX.Element {
  const date = ctx.format.date(dueOn);
  if (dueOn < ctx.today) return <Tag colour="red">{ctx.t('portal.desk.late', { date })}</Tag>;
  return <>{ctx.t('portal.desk.due.on', { date })}</>;
}

/** An officer sees what is said of his body before everybody does: he may dispute and reply. */
function AssessedPart({ ctx, names, desk }: DeskProps): JSX.Element {
  return (
    <RolePart ctx={ctx} id="assessed" title="assessed" text="assessedText">
      <TaskList
        idPrefix="assessed"
        items={desk.assessed.map((one) => {
          const { id, state, replied, outstanding, entered } = one;
          const replyKey = state === 'awaiting_reply' ? (replied ? 'replaceReply' : 'giveReply') : 'dispute';
          const isOver = state === 'planned' || state === 'adopted' || state === 'published';
          return {
            title: <Title ctx={ctx} names={names} {...one} />,
            href: ctx.url(`/desk/assessments/${id}`),
            hint: isOver ? undefined : ctx.t(`portal.assessing.waits.${replyKey}`, { count: entered }),
            status:
              outstanding.replyUntil === null ? (
                <Tag colour={STATE_COLOURS[state]}>{ctx.t(`state.assessment.${state}`)}</Tag>
              ) : (
                <Due ctx={ctx} dueOn={outstanding.replyUntil} />
              ),
          };
        })}
      />
    </RolePart>
  );
}

function AssessorPart({ ctx, names, desk }: DeskProps): JSX.Element {
  const tasks = desk.judging.filter(({ waiting }) => waiting > 0);
  return (
    <RolePart ctx={ctx} id="judging" title="assessor" text={tasks.length === 0 ? 'assessorFree' : 'assessorText'}>
      {tasks.length > 0 && (
        <TaskList
          idPrefix="judging"
          items={tasks.map(({ assessment, waiting }) => ({
            title: <Title ctx={ctx} names={names} {...assessment} />,
            href: ctx.url(`/desk/assessments/${assessment.id}`),
            hint: ctx.t('portal.assessing.waits.yourScores', { count: waiting }),
          }))}
        />
      )}
    </RolePart>
  );
}

interface RoleProps {
  readonly ctx: PageContext;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

function RolePart({ ctx, id, title, text, children }: RoleProps): JSX.Element {
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-l" id={id}>
        {ctx.t(`portal.assessing.desk.${title}`)}
      </h2>
      <p class="govuk-body">{ctx.t(`portal.assessing.desk.${text}`)}</p>
      {children}
    </section>
  );
}
