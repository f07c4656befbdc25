import type { JSX } from 'preact';
import { actTypes, type ConsultationMove, type ConsultationRead } from '../../consultations/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { ReportRequest, type Tally } from '../../reports/index.js';
import { Button, Details, SummaryList, Tag } from '../components/index.js';
import { Counted } from '../consultations/counted.js';
import { Bilingual, refused, Refusal, shortened } from '../desk/index.js';
import { FilledForm, Form, FormOf, List, Localized, type PageContext } from '../frame/index.js';
import { endingCompared, EndingPart } from './ending.part.js';
import { OpinionsWork, type WorkOpinions } from './opinions.part.js';
import type { UnansweredComment } from './unanswered.queries.js';

/** What the body says of the result; the figures are counted. */
export const REPORT = new FormOf(ReportRequest, { optional: ['summary'] });

/** What the officer's page of a discussion shows. */
export interface WorkProps extends WorkOpinions {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly bodyName: LocalizedText;
  readonly tally: Tally;
  readonly comments: readonly UnansweredComment[];
  /** What the reader may do with the discussion now. */
  readonly moves: readonly ConsultationMove[];
  readonly forms: Partial<
    Record<'publication' | 'report' | 'extension' | 'byEmail' | 'withdrawal' | 'conclusion', FilledForm>
  >;
}

/** A discussion as its officer sees it: what is to be done with it now. */
export function WorkBody(props: WorkProps): JSX.Element {
  const { ctx, consultation, bodyName, forms } = props;
  const { state, closesOn } = consultation;
  const isClosed = ctx.today > closesOn;
  return (
    <>
      <Refusal filled={refused(forms)} compared={endingCompared({ ctx, consultation, forms })} />
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={bodyName} />
      </span>
      <h1 class="govuk-heading-xl">
        <Localized ctx={ctx} text={consultation.title} note />
      </h1>
      <Facts {...props} />
      {state === 'draft' && <Publication {...props} />}
      {state === 'published' && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultation.id}/text`)}>
            {ctx.t('portal.desk.text.newVersion')}
          </a>
        </p>
      )}
      <ToDocuments {...props} />
      {state === 'published' && <Comments {...props} />}
      <OpinionsWork {...props} />
      {consultation.publishedOn !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultation.id}/comments`)}>
            {ctx.t('portal.moderation.desk.all')}
          </a>
        </p>
      )}
      {state === 'published' && isClosed && <ReportForm {...props} />}
      <EndingPart {...props} />
      {consultation.publishedOn !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}`)}>
            {ctx.t('portal.desk.work.toPublic')}
          </a>
        </p>
      )}
    </>
  );
}

/** Where documents are added and replaced, as long as they are. */
function ToDocuments({ ctx, consultation: { id, state } }: WorkProps): JSX.Element | null {
  if (state !== 'draft' && state !== 'published') return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={ctx.url(`/desk/consultations/${id}/documents`)}>
        {ctx.t('portal.documents.title')}
      </a>
    </p>
  );
}

function Facts({ ctx, consultation, tally }: WorkProps): JSX.Element {
  const { state, actType, currentVersion, publishedOn, closesOn, answersDueOn, reportedOn } = consultation;
  const { total, answered } = tally.counts;
  const act = actTypes.find(({ code }) => code === actType);
  const date = (key: string, on: string | null) => on !== null && { key: ctx.t(key), value: ctx.format.date(on) };
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.desk.work.state'), value: <Tag>{ctx.t(`portal.desk.work.states.${state}`)}</Tag> },
        act && { key: ctx.t('portal.desk.draft.actType'), value: <Localized ctx={ctx} text={act.name} /> },
        { key: ctx.t('portal.desk.text.version'), value: ctx.format.number(currentVersion) },
        date('portal.desk.work.publishedOn', publishedOn),
        date('portal.desk.draft.closesOn', closesOn),
        consultation.commentsByEmail && {
          key: ctx.t('portal.desk.work.byEmail'),
          value: ctx.t('portal.desk.work.byEmailTaken'),
        },
        date('portal.desk.work.answersDueOn', answersDueOn),
        date('portal.desk.work.reportedOn', reportedOn),
        state !== 'draft' && {
          key: ctx.t('portal.desk.work.comments'),
          value: ctx.t('portal.desk.work.counts', { total, answered, unanswered: tally.unanswered }),
        },
      ]}
    />
  );
}

function Publication({ ctx, consultation: { id, version, closesOn } }: WorkProps): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-l">{ctx.t('portal.desk.work.publication')}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`/desk/consultations/${id}/edit`)}>
          {ctx.t('portal.desk.work.edit')}
        </a>
        <br />
        <a class="govuk-link" href={ctx.url(`/desk/consultations/${id}/text`)}>
          {ctx.t('portal.desk.text.title')}
        </a>
        <br />
        <a class="govuk-link" href={ctx.url(`/desk/consultations/${id}/conversion`)}>
          {ctx.t('portal.desk.documents.link')}
        </a>
        <br />
        <a class="govuk-link" href={ctx.url(`/desk/consultations/${id}/comparative-table`)}>
          {ctx.t('portal.desk.comparative.title')}
        </a>
      </p>
      <p class="govuk-body">{ctx.t('portal.desk.work.publicationText', { date: ctx.format.date(closesOn) })}</p>
      <Form ctx={ctx} action={`/desk/consultations/${id}/publication`} version={version}>
        <Button preventDoubleClick>{ctx.t('portal.desk.work.publish')}</Button>
      </Form>
    </>
  );
}

function Comments({ ctx, consultation, comments, tally }: WorkProps): JSX.Element {
  const { unanswered } = tally;
  return (
    <>
      <h2 class="govuk-heading-l" id="comments">
        {ctx.t('portal.desk.work.waiting')}
      </h2>
      {unanswered > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultation.id}/work-list`)}>
            {ctx.t('portal.desk.workList.link')}
          </a>
          <br />
          <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultation.id}/groups`)}>
            {ctx.t('portal.desk.groups.link')}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultation.id}/paper-comment`)}>
          {ctx.t('portal.desk.paperComment.title')}
        </a>
      </p>
      {unanswered > comments.length && (
        <p class="govuk-body">{ctx.t('portal.desk.work.first', { shown: comments.length, count: unanswered })}</p>
      )}
      <List
        level={3}
        empty={ctx.t('portal.desk.work.allAnswered')}
        items={comments.map(({ id, number, language, text, acceptedAt }) => ({
          href: ctx.url(`/desk/comments/${id}`),
          title: ctx.t('portal.desk.answer.title', { number }),
          facts: [ctx.format.instant(acceptedAt)],
          children: (
            <p class="govuk-body" lang={language === ctx.lang ? undefined : language}>
              {shortened(text, 180)}
            </p>
          ),
        }))}
      />
    </>
  );
}

function ReportForm({ ctx, consultation, tally, forms }: WorkProps): JSX.Element {
  const { id, version } = consultation;
  const filled = forms.report ?? new FilledForm(ctx, REPORT, {});
  const label = ctx.t('portal.desk.work.reportSummary');
  return (
    <section aria-labelledby="report">
      <h2 class="govuk-heading-l" id="report">
        {ctx.t('portal.desk.work.report')}
      </h2>
      <p class="govuk-body">
        {ctx.t(tally.unanswered > 0 ? 'portal.desk.work.reportLater' : 'portal.desk.work.reportText', {
          count: tally.unanswered,
        })}
      </p>
      <ReportPreview ctx={ctx} tally={tally} />
      {(tally.unanswered === 0 || forms.report) && (
        <Form ctx={ctx} action={`/desk/consultations/${id}/report`} version={version} keeps={`report ${id}`}>
          <Bilingual
            filled={filled}
            name="summary"
            label={label}
            hint={ctx.t('portal.desk.work.reportHint')}
            rows={6}
          />
          <Button preventDoubleClick>{ctx.t('portal.desk.work.publishReport')}</Button>
        </Form>
      )}
    </section>
  );
}

/** What the report will say, as it is now. */
function ReportPreview({ ctx, tally }: Pick<WorkProps, 'ctx' | 'tally'>): JSX.Element {
  return (
    <Details summary={ctx.t('portal.report.preview')}>
      <p class="govuk-body">{ctx.t('portal.report.previewText')}</p>
      <Counted ctx={ctx} tally={tally} />
    </Details>
  );
}
