import type { JSX } from 'preact';
import type { FollowUpResponse } from '../../follow-ups/index.js';
import type { MeetingResponse } from '../../meetings/index.js';
import type { RecommendationResponse } from '../../recommendations/index.js';
import { readPowers, type RuleSet } from '../../rulebook/index.js';
import { InsetText, SummaryList, Tag, type TagColour } from '../components/index.js';
import { RuleNote, TermBreaches } from '../councils/rule-note.js';
import { StateTag } from '../councils/state-tag.js';
import { Localized, LocalizedParagraph, Name, type Names, type PageContext } from '../frame/index.js';
import { meetingTitle } from '../meetings/meeting-list.js';
import { Timeline } from './timeline.js';
import { eventsOf } from './events.js';

/** What the page of a recommendation shows. */
export interface RecommendationProps {
  readonly ctx: PageContext;
  readonly recommendation: RecommendationResponse;
  /** At which it was adopted. */
  readonly meeting: MeetingResponse;
  /** Measures promised after it, by due date. */
  readonly followUps: readonly FollowUpResponse[];
  /** Of the day of the dispatch, else of the adoption. */
  readonly rules: RuleSet;
  readonly names: Names;
}

const DECISION: Readonly<Record<string, TagColour>> = { accepted: 'green', partly: 'yellow', declined: 'orange' };

/** A recommendation: what is asked, until when a reply is due, the reply, and all that came of it. */
export function RecommendationBody(props: RecommendationProps): JSX.Element {
  const { ctx, recommendation, names, followUps } = props;
  const { councilId, text, state, overdue } = recommendation;
  return (
    <>
      <h1 class="govuk-heading-xl">
        <span class="govuk-caption-xl">
          <Name ctx={ctx} names={names} id={councilId} />
        </span>
        {ctx.t('portal.recommendations.title', { date: ctx.format.date(recommendation.adoptedOn) })}
      </h1>
      <p class="govuk-body">
        <StateTag ctx={ctx} of="recommendations" state={state} overdue={overdue} />
      </p>
      <InsetText>
        <LocalizedParagraph ctx={ctx} text={text} />
      </InsetText>
      <Facts {...props} />
      <Reply {...props} />
      <section aria-labelledby="course">
        <h2 class="govuk-heading-l govuk-!-margin-top-7" id="course">
          {ctx.t('portal.recommendations.course')}
        </h2>
        <Timeline ctx={ctx} events={eventsOf(ctx, recommendation, followUps)} />
        {isPromising(recommendation) && followUps.length === 0 && (
          <p class="govuk-body">{ctx.t('portal.recommendations.noMeasures')}</p>
        )}
      </section>
    </>
  );
}

function Facts({ ctx, recommendation, meeting, names }: RecommendationProps): JSX.Element {
  const { councilId, bodyId, agendaItemId, power: powerId, sentOn, dueOn, provisional } = recommendation;
  const power = readPowers().find(({ id }) => id === powerId);
  const item = meeting.agenda.find(({ id }) => id === agendaItemId);
  return (
    <SummaryList
      rows={[
        {
          key: ctx.t('portal.recommendations.council'),
          value: (
            <a class="govuk-link" href={ctx.url(`/councils/${councilId}`)}>
              <Name ctx={ctx} names={names} id={councilId} />
            </a>
          ),
        },
        {
          key: ctx.t('portal.recommendations.body'),
          value: (
            <a class="govuk-link" href={ctx.url(`/bodies/${bodyId}`)}>
              <Name ctx={ctx} names={names} id={bodyId} />
            </a>
          ),
        },
        {
          key: ctx.t('portal.recommendations.meeting'),
          value: (
            <>
              <a class="govuk-link" href={ctx.url(`/meetings/${meeting.id}`) + `#item-${agendaItemId}`}>
                {meetingTitle(ctx, meeting)}
              </a>
              {item && (
                <>
                  : <Localized ctx={ctx} text={item.title} />
                </>
              )}
            </>
          ),
        },
        power && {
          key: ctx.t('portal.recommendations.power'),
          value: (
            <>
              <Localized ctx={ctx} text={power.name} /> (<Localized ctx={ctx} text={power.basis} />)
            </>
          ),
        },
        sentOn !== null && { key: ctx.t('portal.recommendations.sentOn'), value: ctx.format.date(sentOn) },
        dueOn !== null && {
          key: ctx.t('portal.recommendations.dueOn'),
          value: ctx.format.date(dueOn) + (provisional ? ` (${ctx.t('portal.recommendations.provisional')})` : ''),
        },
      ]}
    />
  );
}

function Reply({ ctx, recommendation, rules }: RecommendationProps): JSX.Element {
  const { replyRule, breaches } = recommendation;
  const rule = replyRule === null ? undefined : rules.find(replyRule);
  return (
    <section aria-labelledby="reply">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="reply">
        {ctx.t('portal.recommendations.reply')}
      </h2>
      <Answer ctx={ctx} recommendation={recommendation} />
      {rule && 'amount' in rule.value && (
        <p class="govuk-body">
          {ctx.t('portal.recommendations.term', { amount: rule.value.amount, unit: rule.value.unit })}
        </p>
      )}
      {breaches.length === 0 && <RuleNote ctx={ctx} rule={rule} />}
      <TermBreaches ctx={ctx} breaches={breaches} rules={rules} />
    </section>
  );
}

function Answer({ ctx, recommendation }: Pick<RecommendationProps, 'ctx' | 'recommendation'>): JSX.Element {
  const { answeredOn, decision, reasons, signedBy } = recommendation;
  if (decision === null || answeredOn === null) {
    return <p class="govuk-body">{ctx.t(`portal.recommendations.noReply.${replyStanding(recommendation)}`)}</p>;
  }
  return (
    <>
      <p class="govuk-body">
        <Tag colour={DECISION[decision]}>{ctx.t(`portal.recommendations.decision.${decision}`)}</Tag>
      </p>
      {reasons && <LocalizedParagraph ctx={ctx} text={reasons} />}
      <p class="govuk-body">
        {ctx.t('portal.recommendations.signed', { date: ctx.format.date(answeredOn), name: signedBy ?? '–' })}
      </p>
    </>
  );
}

/** What was accepted, wholly or partly, is to be followed by measures. */
function isPromising({ decision }: RecommendationResponse): boolean {
  return decision === 'accepted' || decision === 'partly';
}

function replyStanding({ state, overdue }: RecommendationResponse): string {
  if (state === 'adopted') return 'adopted';
  return overdue ? 'overdue' : 'waiting';
}
