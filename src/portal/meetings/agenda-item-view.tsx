import type { JSX } from 'preact';
import { CHOICES, type AgendaItemResponse } from '../../meetings/index.js';
import type { RecommendationResponse } from '../../recommendations/index.js';
import { readPowers, type RuleSet } from '../../rulebook/index.js';
import { Details, type Maybe, SummaryList, type SummaryRow, Table, Tag } from '../components/index.js';
import { personName } from '../councils/person-name.js';
import { RuleNote, TermBreaches } from '../councils/rule-note.js';
import { Localized, Name, type Names, type PageContext } from '../frame/index.js';
import { excerpt } from '../recommendations/excerpt.js';

/** One item of the agenda, with what was decided on it. */
export interface AgendaItemProps {
  readonly ctx: PageContext;
  readonly item: AgendaItemResponse;
  /** Its place on the agenda. */
  readonly number: number;
  readonly names: Names;
  readonly rules: RuleSet;
  /** Adopted on this item. */
  readonly recommendations: readonly RecommendationResponse[];
}

/** The item: by which power, who speaks, how it was voted, what was recommended. */
export function AgendaItemView(props: AgendaItemProps): JSX.Element {
  const { ctx, item, number, rules } = props;
  return (
    <article id={`item-${item.id}`}>
      <h3 class="govuk-heading-m">
        {number}. <Localized ctx={ctx} text={item.title} note />
      </h3>
      {item.state !== 'listed' && (
        <p class="govuk-body">
          <Tag colour="grey">{ctx.t(`portal.meetings.item.${item.state}`)}</Tag>
        </p>
      )}
      <Facts {...props} />
      {item.addedLate && <p class="govuk-body">{ctx.t('portal.meetings.addedLate')}</p>}
      <TermBreaches ctx={ctx} breaches={item.breaches} rules={rules} />
      <Decision {...props} />
      <Adopted {...props} />
    </article>
  );
}

function Facts({ ctx, item, names }: AgendaItemProps): JSX.Element {
  const { kind, bodyId, headPresent } = item;
  const power = readPowers().find(({ id }) => id === item.power);
  return (
    <SummaryList
      class="govuk-summary-list--no-border"
      rows={[
        { key: ctx.t('portal.meetings.fact.itemKind'), value: ctx.t(`portal.meetings.itemKind.${kind}`) },
        power && {
          key: ctx.t('portal.meetings.fact.power'),
          value: (
            <>
              <Localized ctx={ctx} text={power.name} /> (<Localized ctx={ctx} text={power.basis} />)
            </>
          ),
        },
        bodyId !== null && {
          key: ctx.t('portal.councils.body'),
          value: (
            <a class="govuk-link" href={ctx.url(`/bodies/${bodyId}`)}>
              <Name ctx={ctx} names={names} id={bodyId} />
            </a>
          ),
        },
        headPresent !== null && {
          key: ctx.t('portal.meetings.fact.head'),
          value: ctx.t(`portal.meetings.head.${headPresent ? 'present' : 'absent'}`),
        },
        ...speakersOf(ctx, item),
        ...papersOf(ctx, item),
      ]}
    />
  );
}

function speakersOf(ctx: PageContext, { rapporteur, speakers }: AgendaItemResponse): Maybe<SummaryRow>[] {
  return [
    rapporteur !== null && {
      key: ctx.t('portal.meetings.fact.rapporteur'),
      value: <Speaker ctx={ctx} speaker={rapporteur} />,
    },
    speakers.length > 0 && {
      key: ctx.t('portal.meetings.fact.speakers'),
      value: speakers.map((speaker) => (
        <div>
          {ctx.t(`portal.meetings.speaker.${speaker.role}`)}: <Speaker ctx={ctx} speaker={speaker} />
        </div>
      )),
    },
  ];
}

function papersOf(ctx: PageContext, item: AgendaItemResponse): Maybe<SummaryRow>[] {
  const link = (key: string, folder: string, id: string | null): Maybe<SummaryRow> =>
    id !== null && {
      key: ctx.t(`portal.meetings.fact.${key}`),
      value: (
        <a class="govuk-link" href={ctx.url(`/${folder}/${id}`)}>
          {ctx.t(`portal.meetings.open.${key}`)}
        </a>
      ),
    };
  return [
    item.materials.length > 0 && {
      key: ctx.t('portal.meetings.fact.materials'),
      value: item.materials.map(({ title, url }) => (
        <div>
          <a class="govuk-link" href={url}>
            <Localized ctx={ctx} text={title} />
          </a>
        </div>
      )),
    },
    link('consultation', 'consultations', item.consultationId),
    link('assessment', 'assessments', item.assessmentId),
  ];
}

function Speaker({ ctx, speaker }: SpeakerProps): JSX.Element {
  const { name, office } = speaker;
  return (
    <>
      {name}
      {office && (
        <>
          , <Localized ctx={ctx} text={office} />
        </>
      )}
    </>
  );
}

interface SpeakerProps {
  readonly ctx: PageContext;
  readonly speaker: NonNullable<AgendaItemResponse['rapporteur']>;
}

function Decision({ ctx, item, rules }: AgendaItemProps): JSX.Element | null {
  const { result, votes } = item;
  if (result === null) return null;
  const { outcome, tally, base, quorum } = result;
  const { for: votesFor, against, abstain, conflict } = tally;
  return (
    <>
      <h4 class="govuk-heading-s">{ctx.t('portal.meetings.vote')}</h4>
      <p class="govuk-body">
        <Tag colour={outcome === 'carried' ? 'green' : 'red'}>{ctx.t(`portal.meetings.outcome.${outcome}`)}</Tag>
      </p>
      <p class="govuk-body">
        {ctx.t('portal.meetings.tally', { for: votesFor, against, abstain, conflict, base })}{' '}
        {!quorum.reached && ctx.t('portal.meetings.voteInquorate', { present: quorum.present, needed: quorum.needed })}
      </p>
      <Details summary={ctx.t('portal.meetings.byName')}>
        <Table
          caption={ctx.t('portal.meetings.byName')}
          captionClass="govuk-visually-hidden"
          head={[ctx.t('portal.meetings.column.name'), ctx.t('portal.meetings.column.choice')]}
          firstCellIsHeader
          rows={CHOICES.flatMap((choice) =>
            votes
              .filter((vote) => vote.choice === choice)
              .map((vote) => [personName(vote), ctx.t(`portal.meetings.choice.${choice}`)]),
          )}
        />
        <RuleNote ctx={ctx} rule={rules.find('M6')} />
      </Details>
    </>
  );
}

function Adopted({ ctx, recommendations }: AgendaItemProps): JSX.Element | null {
  if (recommendations.length === 0) return null;
  return (
    <>
      <h4 class="govuk-heading-s">{ctx.t('portal.meetings.adopted')}</h4>
      <ul class="govuk-list govuk-list--bullet">
        {recommendations.map(({ id, text }) => (
          <li>
            <a class="govuk-link" href={ctx.url(`/recommendations/${id}`)}>
              <Localized ctx={ctx} text={excerpt(text)} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
