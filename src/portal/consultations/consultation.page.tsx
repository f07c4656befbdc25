import type { JSX } from 'preact';
import type { AnswerFiguresResponse } from '../../answers/index.js';
import {
  actTypes,
  categories,
  type ConsultationRead,
  type DocumentResponse,
  type DraftResponse,
  type Phase,
  type ProvisionResponse,
} from '../../consultations/index.js';
import type { NoticeStandingResponse, OpinionResponse } from '../../opinions/index.js';
import type { ReportResponse } from '../../reports/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { CommentView } from '../comments/comment-view.js';
import type { QuoteStandings } from '../comments/quote-standings.js';
import { Button, InsetText, SummaryList } from '../components/index.js';
import { Localized, LocalizedParagraph, Name, type Names, type PageContext, Parts } from '../frame/index.js';
import { OpinionsPart } from '../opinions/opinions-part.js';
import { Accompanying, Preceding } from './accompanying.part.js';
import type { BesideComment } from './beside.queries.js';
import { DocumentsPart } from './documents-part.js';
import { type DownloadName, DOWNLOADS, Downloads } from './downloads.part.js';
import { Outcome } from './outcome.js';
import { PhaseTag } from './phase-tag.js';
import { PrintedMark } from './printed-mark.js';
import { ProvisionView } from './provision-view.js';
import type { Elsewhere } from './reported-elsewhere.js';

/** What the page of a discussion shows. */
export interface ConsultationProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly phase: Phase | null;
  /** Title of the consultative document that preceded a draft law. */
  readonly document: LocalizedText | undefined;
  /** Undefined before it is published. */
  readonly report: ReportResponse | undefined;
  /** How many answers are templates; undefined before the report is published. */
  readonly answers: AnswerFiguresResponse | undefined;
  /** What is known of a report that was published on the national portal. */
  readonly elsewhere: Elsewhere | undefined;
  /** All on this draft, in the order of their entry. */
  readonly opinions: readonly OpinionResponse[];
  /** Where the notified councils stand today. */
  readonly notices: readonly NoticeStandingResponse[];
  /** Of today. */
  readonly rules: RuleSet;
  /** In the order in which they came. */
  readonly documents: readonly DocumentResponse[];
  readonly names: Names;
  /** Of this part of the text. */
  readonly provisions: readonly ProvisionResponse[];
  /** The version of the text that is shown. */
  readonly draft: DraftResponse;
  readonly beside: readonly BesideComment[];
  readonly first: readonly BesideComment[];
  /** Where the words that these quote stand now. */
  readonly standings: QuoteStandings;
  readonly part: number;
  readonly parts: number;
}

/** A discussion: what it is about, the text with what is said of it, the first comments. */
export function ConsultationBody(props: ConsultationProps): JSX.Element {
  const { ctx, consultation, phase, part, report } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">
        <Localized ctx={ctx} text={consultation.title} note />
      </h1>
      <p class="govuk-body">
        <PhaseTag ctx={ctx} phase={phase} />
      </p>
      <Facts {...props} />
      {phase === 'commenting' && <Start {...props} />}
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}/subscription`)}>
          {ctx.t('portal.subscriptions.link')}
        </a>
      </p>
      {part === 1 && <Outcome {...props} />}
      {part === 1 && report && <Opinions {...props} />}
      {part === 1 && (
        <>
          <About {...props} />
          <DocumentsPart ctx={ctx} documents={props.documents} />
        </>
      )}
      <h2 class="govuk-heading-l" id="text">
        {ctx.t('portal.consultation.text')}
      </h2>
      <Changed {...props} />
      <Contents {...props} />
      {props.provisions.map((provision) => (
        <ProvisionView
          ctx={ctx}
          consultationId={consultation.id}
          provision={provision}
          isOpen={phase === 'commenting'}
          comments={props.beside.filter(({ provisionId }) => provisionId === provision.id)}
          standings={props.standings}
        />
      ))}
      <Parts ctx={ctx} path={`/consultations/${consultation.id}`} part={part} parts={props.parts} at="#text" />
      {part === 1 && !report && <Opinions {...props} />}
      <FirstComments {...props} />
      <Downloads ctx={ctx} id={consultation.id} names={DOWNLOADS.filter((name) => isThere(props, name))} />
    </>
  );
}

/** Opinions and notices are few: where there are none, no empty file is offered. */
function isThere({ opinions, notices }: ConsultationProps, name: DownloadName): boolean {
  const listed: Partial<Record<DownloadName, readonly unknown[]>> = { opinions, notices };
  return listed[name]?.length !== 0;
}

/** Where a comment is written, and whether that needs an account. */
function Start({ ctx, consultation: { id, commentsByEmail } }: ConsultationProps): JSX.Element {
  return (
    <>
      <Button href={ctx.url(`/consultations/${id}/comment`)} isStart>
        {ctx.t('portal.consultation.write')}
      </Button>
      {commentsByEmail && <p class="govuk-body">{ctx.t('portal.consultation.byEmail')}</p>}
    </>
  );
}

/** The annex of the report, beside it; before there is one they follow the text. */
function Opinions({ ctx, consultation, report, opinions, notices, names, rules }: ConsultationProps): JSX.Element {
  const shown = { ctx, opinions, notices, names, rules };
  return <OpinionsPart {...shown} annexed={report !== undefined} withdrawn={consultation.state === 'withdrawn'} />;
}

function Facts({ ctx, consultation, names, document }: ConsultationProps): JSX.Element {
  const { bodyId, actType, category, publishedOn, closesOn, answersDueOn, councils, extensions } = consultation;
  const date = (day: string | null): string => (day === null ? '' : ctx.format.date(day));
  const listed = [actTypes.find(({ code }) => code === actType), categories.find(({ code }) => code === category)];
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.consultation.body'), value: <Name ctx={ctx} names={names} id={bodyId} /> },
        {
          key: ctx.t('portal.consultation.kind'),
          value: listed.flatMap((one) => (one ? ctx.text(one.name) : [])).join('; '),
        },
        (document !== undefined || consultation.exemption !== null) && {
          key: ctx.t('portal.consultation.preceding'),
          value: <Preceding ctx={ctx} consultation={consultation} document={document} />,
        },
        { key: ctx.t('portal.consultation.publishedOn'), value: date(publishedOn) },
        {
          key: ctx.t('portal.consultation.closesOn'),
          value: (
            <>
              {date(closesOn)}
              <Extensions ctx={ctx} extensions={extensions} />
            </>
          ),
        },
        answersDueOn !== null && { key: ctx.t('portal.consultation.answersDueOn'), value: date(answersDueOn) },
        councils.length > 0 && {
          key: ctx.t('portal.consultation.councils'),
          value: (
            <>
              {councils.map(({ councilId }) => (
                <div>
                  <Name ctx={ctx} names={names} id={councilId} />
                </div>
              ))}
              <a class="govuk-link" href={`${ctx.url(`/consultations/${consultation.id}`)}#opinions`}>
                {ctx.t('portal.opinions.block')}
              </a>
            </>
          ),
        },
      ]}
    />
  );
}

/** That there is more time than was announced, since when and why. */
function Extensions({ ctx, extensions }: ExtensionsProps): JSX.Element {
  return (
    <>
      {extensions.map(({ on, from, reasons }) => (
        <div>
          {ctx.t('portal.consultation.extended', { on: ctx.format.date(on), from: ctx.format.date(from) })}{' '}
          <Localized ctx={ctx} text={reasons} note />
        </div>
      ))}
    </>
  );
}

type ExtensionsProps = Pick<ConsultationProps, 'ctx'> & Pick<ConsultationRead, 'extensions'>;

function About({ ctx, consultation, draft }: ConsultationProps): JSX.Element {
  const { summary, objectives, questions, explanatoryNote } = consultation;
  return (
    <>
      <h2 class="govuk-heading-m">{ctx.t('portal.consultation.summary')}</h2>
      <LocalizedParagraph ctx={ctx} text={summary} />
      <h2 class="govuk-heading-m">{ctx.t('portal.consultation.objectives')}</h2>
      <LocalizedParagraph ctx={ctx} text={objectives} />
      {questions.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{ctx.t('portal.consultation.questions')}</h2>
          <ol class="govuk-list govuk-list--number">
            {questions.map((question) => (
              <li>
                <Localized ctx={ctx} text={question} />
              </li>
            ))}
          </ol>
        </>
      )}
      <Accompanying ctx={ctx} explanatoryNote={explanatoryNote} comparativeTable={draft.comparativeTable} />
    </>
  );
}

/** That the text was changed during the discussion, when, and what the body says of it. */
function Changed({ ctx, consultation, draft }: ConsultationProps): JSX.Element | null {
  const { version, madeAt, note } = draft;
  if (version === consultation.firstPublicVersion) return null;
  return (
    <InsetText>
      <p class="govuk-body">{ctx.t('portal.consultation.changed', { version, date: ctx.format.instant(madeAt) })}</p>
      {note && <LocalizedParagraph ctx={ctx} text={note} />}
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}/comparison`)}>
          {ctx.t('portal.comparison.link')}
        </a>
      </p>
    </InsetText>
  );
}

/** A list of what has a heading or a number, where the text is long enough to need one. */
function Contents({ ctx, provisions }: ConsultationProps): JSX.Element | null {
  const named = provisions.filter(({ heading }) => heading !== null);
  if (named.length < 3) return null;
  return (
    <nav class="kenes-contents" aria-labelledby="contents">
      <h3 class="govuk-heading-s" id="contents">
        {ctx.t('portal.consultation.contents')}
      </h3>
      <ol class="govuk-list kenes-contents--long">
        {named.map((provision) => (
          <li>
            <a class="govuk-link" href={`#p-${provision.position}`}>
              <PrintedMark ctx={ctx} of={provision} />{' '}
              {provision.heading && <Localized ctx={ctx} text={provision.heading} />}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function FirstComments({ ctx, consultation, first, standings }: ConsultationProps): JSX.Element {
  return (
    <section aria-labelledby="comments">
      <h2 class="govuk-heading-l" id="comments">
        {ctx.t('portal.comments.title')}
      </h2>
      {first.length === 0 && <p class="govuk-body">{ctx.t('portal.comments.none')}</p>}
      {first.map((comment) => (
        <CommentView ctx={ctx} comment={comment} standing={standings.get(comment.id)} level={3} brief />
      ))}
      {first.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}/comments`)}>
            {ctx.t('portal.comments.all')}
          </a>
          <br />
          <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}/groups`)}>
            {ctx.t('portal.groups.toGroups')}
          </a>
        </p>
      )}
    </section>
  );
}
