import type { JSX } from 'preact';
import type { OpinionResponse } from '../../opinions/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { SummaryList, Tag, type TagColour } from '../components/index.js';
import { TermBreaches } from '../councils/rule-note.js';
import { Localized, LocalizedParagraph, Name, type Names, type PageContext } from '../frame/index.js';

const STANCES: Readonly<Record<string, TagColour>> = { for: 'green', remarks: 'yellow', against: 'orange' };
const DECISIONS: Readonly<Record<string, TagColour>> = { accepted: 'green', partly: 'yellow', rejected: 'orange' };

interface OfOpinion {
  readonly ctx: PageContext;
  readonly opinion: OpinionResponse;
}

/** Whose opinion it is: the council, or the organisation. */
export function OpinionSource({ ctx, opinion, names }: OfOpinion & { readonly names: Names }): JSX.Element {
  const { councilId, organization } = opinion;
  return organization ? <Localized ctx={ctx} text={organization} /> : <Name ctx={ctx} names={names} id={councilId} />;
}

/** What was thought, what the body decided, and what came late; in words, the colours repeat them. */
export function OpinionTags({ ctx, opinion }: OfOpinion): JSX.Element {
  const { stance, late, overdue, response } = opinion;
  return (
    <>
      <Tag colour={STANCES[stance]}>{ctx.t(`portal.opinions.stance.${stance}`)}</Tag>{' '}
      {late && <Tag colour="orange">{ctx.t('portal.opinions.late')}</Tag>}{' '}
      {response && (
        <Tag colour={DECISIONS[response.decision]}>{ctx.t(`portal.opinions.decision.${response.decision}`)}</Tag>
      )}
      {overdue && <Tag colour="red">{ctx.t('portal.councils.overdue')}</Tag>}
    </>
  );
}

/** Days, version and decision behind an opinion. */
export function OpinionFacts({ ctx, opinion }: OfOpinion): JSX.Element {
  const { channel, receivedOn, enteredOn, draftVersion, meetingId, agendaItemId, dueOn, provisional } = opinion;
  const t = (key: string): string => ctx.t(`portal.opinions.${key}`);
  return (
    <SummaryList
      rows={[
        channel !== 'public_council' && { key: t('organization'), value: t(`channel.${channel}`) },
        { key: t('receivedOn'), value: ctx.format.date(receivedOn) },
        enteredOn !== receivedOn && { key: t('enteredOn'), value: ctx.format.date(enteredOn) },
        { key: t('version'), value: ctx.format.number(draftVersion) },
        meetingId !== null && {
          key: t('meeting'),
          value: (
            <a class="govuk-link" href={`${ctx.url(`/meetings/${meetingId}`)}#item-${agendaItemId ?? ''}`}>
              {t('toItem')}
            </a>
          ),
        },
        dueOn !== null && {
          key: t('dueOn'),
          value: ctx.format.date(dueOn) + (provisional ? ` (${t('provisional')})` : ''),
        },
      ]}
    />
  );
}

/** What an opinion and its answer are shown with. */
export interface OpinionViewProps extends OfOpinion {
  readonly rules: RuleSet;
  /** The text was taken back. */
  readonly withdrawn: boolean;
  /** Of the heading above the answer. */
  readonly level: 2 | 4;
}

/** An opinion with its text, the body's answer, and what was not kept, each by its rule. */
export function OpinionView({ ctx, opinion, rules, withdrawn, level }: OpinionViewProps): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        <OpinionTags ctx={ctx} opinion={opinion} />
      </p>
      {opinion.late && <p class="govuk-body">{ctx.t('portal.opinions.lateText')}</p>}
      <LocalizedParagraph ctx={ctx} text={opinion.text} />
      <OpinionFacts ctx={ctx} opinion={opinion} />
      <Answer ctx={ctx} opinion={opinion} withdrawn={withdrawn} level={level} />
      <TermBreaches ctx={ctx} breaches={opinion.breaches} rules={rules} />
    </>
  );
}

function Answer({ ctx, opinion, withdrawn, level }: Omit<OpinionViewProps, 'rules'>): JSX.Element {
  const Heading = `h${level}` as const;
  const { response } = opinion;
  const t = (key: string): string => ctx.t(`portal.opinions.${key}`);
  return (
    <>
      <Heading class={level === 2 ? 'govuk-heading-l' : 'govuk-heading-s'}>{t('answer')}</Heading>
      {!response && <p class="govuk-body">{t(`noAnswer.${answerStanding(opinion, withdrawn)}`)}</p>}
      {response?.letter && <Part ctx={ctx} name={t('letter')} text={response.letter} />}
      {response?.reasons && <Part ctx={ctx} name={t('reasons')} text={response.reasons} />}
      {response && (
        <p class="govuk-body">
          {ctx.t('portal.opinions.signed', { date: ctx.format.date(response.answeredOn), name: response.signedBy })}
        </p>
      )}
    </>
  );
}

function Part({ ctx, name, text }: { ctx: PageContext; name: string; text: OpinionResponse['text'] }): JSX.Element {
  return (
    <>
      <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{name}</p>
      <LocalizedParagraph ctx={ctx} text={text} />
    </>
  );
}

function answerStanding({ late, overdue }: OpinionResponse, withdrawn: boolean): string {
  if (withdrawn) return 'withdrawn';
  if (late) return 'notOwed';
  return overdue ? 'overdue' : 'waiting';
}
