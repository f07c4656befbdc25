import type { ComponentChildren, JSX } from 'preact';
import type { AnswerFiguresResponse } from '../../answers/index.js';
import type { AssessmentItemResponse } from '../../assessments/index.js';
import type { BodiesQueries, BodyResponse } from '../../bodies/index.js';
import type { ConsultationItem } from '../../consultations/index.js';
import type { CouncilRead } from '../../councils/index.js';
import type { FollowUpResponse } from '../../follow-ups/index.js';
import type { QuarterTimeliness, RecommendationResponse, Timeliness } from '../../recommendations/index.js';
import { exactNumber, periodText } from '../assessments/numbers.js';
import { AnswerFigures } from '../comments/answer-figures.js';
import { SummaryList } from '../components/index.js';
import { StateTag } from '../councils/state-tag.js';
import { List, Localized, type Names, type PageContext } from '../frame/index.js';
import { excerpt } from '../recommendations/excerpt.js';
import { RecommendationList } from '../recommendations/recommendation-list.js';
import { TimelinessView } from '../recommendations/timeliness-view.js';
import { QuartersView } from './quarters-view.js';

/** What the page of a body shows. */
export interface BodyProps {
  readonly ctx: PageContext;
  readonly body: BodyResponse;
  readonly territory: Awaited<ReturnType<BodiesQueries['territory']>>;
  /** The councils that work with it. */
  readonly councils: readonly CouncilRead[];
  /** The latest recommendations to it. */
  readonly asked: readonly RecommendationResponse[];
  readonly timeliness: Timeliness;
  /** The same through the quarters in which replies were due. */
  readonly quarters: readonly QuarterTimeliness[];
  /** Measures it promised, by due date. */
  readonly owed: readonly FollowUpResponse[];
  readonly consultations: readonly ConsultationItem[];
  /** How many of its answers to comments are templates. */
  readonly answers: AnswerFiguresResponse;
  readonly assessments: readonly AssessmentItemResponse[];
  readonly names: Names;
}

/** A body: what it was asked, what it answered, how late; then what it promised, discussed, and how it was assessed. */
export function BodyBody(props: BodyProps): JSX.Element {
  const { ctx, body, timeliness, asked, names } = props;
  const of = { body: body.id };
  return (
    <>
      <h1 class="govuk-heading-xl">
        <Localized ctx={ctx} text={body.name} note />
      </h1>
      <Facts {...props} />
      <Part ctx={ctx} name="recommendations" href={asked.length > 0 && ctx.url('/recommendations', of)}>
        <TimelinessView ctx={ctx} timeliness={timeliness} />
        <QuartersView ctx={ctx} bodyId={body.id} quarters={props.quarters} />
        {props.quarters.length > 0 && <h3 class="govuk-heading-m">{ctx.t('portal.bodies.latest')}</h3>}
        <RecommendationList
          ctx={ctx}
          level={props.quarters.length > 0 ? 4 : 3}
          names={names}
          items={asked}
          without="body"
          empty={ctx.t('portal.bodies.none.recommendations')}
        />
      </Part>
      <Part ctx={ctx} name="followUps" href={props.owed.length > 0 && ctx.url('/follow-ups', of)}>
        <Promises {...props} />
      </Part>
      <Part ctx={ctx} name="consultations" href={props.consultations.length > 0 && ctx.url('/consultations', of)}>
        <Consultations {...props} />
        <AnswerFigures ctx={ctx} figures={props.answers} level={3} />
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/moderation', of)}>
            {ctx.t('portal.moderation.statistics.ofBody')}
          </a>
        </p>
      </Part>
      <Part ctx={ctx} name="assessments" href={props.assessments.length > 0 && ctx.url('/assessments', of)}>
        <Assessments {...props} />
      </Part>
    </>
  );
}

function Part({ ctx, name, href, children }: PartProps): JSX.Element {
  return (
    <section aria-labelledby={name}>
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id={name}>
        {ctx.t(`portal.bodies.part.${name}`)}
      </h2>
      {children}
      {href && (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            {ctx.t(`portal.bodies.all.${name}`)}
          </a>
        </p>
      )}
    </section>
  );
}

interface PartProps {
  readonly ctx: PageContext;
  readonly name: 'recommendations' | 'followUps' | 'consultations' | 'assessments';
  /** Where all of them are; false when there is none. */
  readonly href: string | false;
  readonly children: ComponentChildren;
}

function Facts({ ctx, body, territory, councils }: BodyProps): JSX.Element {
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.bodies.kind'), value: ctx.t(`portal.bodies.subkind.${body.subkind}`) },
        { key: ctx.t('portal.councils.territory'), value: <Localized ctx={ctx} text={territory.name} /> },
        {
          key: ctx.t('portal.bodies.council'),
          value:
            councils.length === 0
              ? ctx.t('portal.bodies.noCouncil')
              : councils.map(({ id, name, state }) => (
                  <div>
                    <a class="govuk-link" href={ctx.url(`/councils/${id}`)}>
                      <Localized ctx={ctx} text={name} />
                    </a>{' '}
                    <StateTag ctx={ctx} of="councils" state={state} />
                  </div>
                )),
        },
        body.website !== null && {
          key: ctx.t('portal.councils.website'),
          value: (
            <a class="govuk-link" href={body.website}>
              {body.website}
            </a>
          ),
        },
      ]}
    />
  );
}

function Promises({ ctx, owed }: BodyProps): JSX.Element {
  return (
    <List
      level={3}
      empty={ctx.t('portal.bodies.none.followUps')}
      items={owed.map(({ id, measure, state, overdue, dueOn }) => ({
        href: ctx.url(`/follow-ups/${id}`),
        title: <Localized ctx={ctx} text={excerpt(measure)} />,
        facts: [
          <StateTag ctx={ctx} of="follow-ups" state={state} overdue={overdue} />,
          ctx.t('portal.follow-ups.until', { date: ctx.format.date(dueOn) }),
        ],
      }))}
    />
  );
}

function Consultations({ ctx, consultations }: BodyProps): JSX.Element {
  return (
    <List
      level={3}
      empty={ctx.t('portal.bodies.none.consultations')}
      items={consultations.map(({ id, title, phase, closesOn }) => ({
        href: ctx.url(`/consultations/${id}`),
        title: <Localized ctx={ctx} text={title} />,
        facts: [
          phase && ctx.t('portal.bodies.phase', { phase }),
          ctx.t('portal.bodies.closesOn', { date: ctx.format.date(closesOn) }),
        ],
      }))}
    />
  );
}

function Assessments({ ctx, assessments }: BodyProps): JSX.Element {
  return (
    <List
      level={3}
      empty={ctx.t('portal.bodies.none.assessments')}
      items={assessments.map(({ id, from, to, score }) => ({
        href: ctx.url(`/assessments/${id}`),
        title: periodText(ctx, { from, to }),
        facts: [
          score === null
            ? ctx.t('portal.home.noScore')
            : ctx.t('portal.home.score', { score: exactNumber(ctx, score) }),
        ],
      }))}
    />
  );
}
