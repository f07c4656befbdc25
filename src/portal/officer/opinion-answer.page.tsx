import type { JSX } from 'preact';
import { OPINION_DECISIONS, OpinionResponseRequest, type OpinionResponse } from '../../opinions/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { Button, Input, Radios, SummaryList } from '../components/index.js';
import { Bilingual, bilingualCompared, Refusal, type Compared } from '../desk/index.js';
import {
  type FilledForm,
  Form,
  FormOf,
  Localized,
  LocalizedParagraph,
  Name,
  type Names,
  type PageContext,
} from '../frame/index.js';
import { OpinionFacts, OpinionSource, OpinionTags } from '../opinions/opinion-view.js';

/** The body's answer; letter and reasons are asked for by K3 and K4, so that their refusals name the article. */
export const OPINION_ANSWER = new FormOf(OpinionResponseRequest, {
  optional: ['letter', 'reasons'],
  empty: { decision: 'portal.desk.opinionAnswer.decisionEmpty' },
});

interface OpinionAnswerProps {
  readonly ctx: PageContext;
  readonly opinion: OpinionResponse;
  /** Title of the draft. */
  readonly draft: LocalizedText;
  readonly names: Names;
  readonly version: number | undefined;
  readonly filled: FilledForm;
}

/** An opinion, and the form of the body's answer. */
export function OpinionAnswerBody(props: OpinionAnswerProps): JSX.Element {
  const { ctx, opinion, filled } = props;
  const { id, text, moves = [] } = opinion;
  const t = (key: string): string => ctx.t(`portal.desk.opinionAnswer.${key}`);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={comparedIn(props)} />
        <h1 class="govuk-heading-xl">{t('title')}</h1>
        <About {...props} />
        <h2 class="govuk-heading-m">{t('text')}</h2>
        <LocalizedParagraph ctx={ctx} text={text} />
        {moves.includes('response') ? <AnswerForm {...props} /> : <p class="govuk-body">{t('answered')}</p>}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/opinions/${id}`)}>
            {ctx.t('portal.desk.opinion.toPublic')}
          </a>
        </p>
      </div>
    </div>
  );
}

function About({ ctx, opinion, draft, names }: OpinionAnswerProps): JSX.Element {
  const { bodyId } = opinion;
  const t = (key: string): string => ctx.t(`portal.opinions.${key}`);
  return (
    <>
      <p class="govuk-body">
        <OpinionTags ctx={ctx} opinion={opinion} />
      </p>
      <SummaryList
        rows={[
          { key: t('draft'), value: <Localized ctx={ctx} text={draft} /> },
          {
            key: t(opinion.councilId === null ? 'organization' : 'council'),
            value: <OpinionSource ctx={ctx} opinion={opinion} names={names} />,
          },
          { key: t('body'), value: <Name ctx={ctx} names={names} id={bodyId} /> },
        ]}
      />
      <OpinionFacts ctx={ctx} opinion={opinion} />
    </>
  );
}

function AnswerForm({ ctx, opinion: { id }, version, filled }: OpinionAnswerProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.desk.opinionAnswer.${key}`);
  return (
    <Form ctx={ctx} action={`/desk/opinions/${id}`} version={version} keeps={`opinion answer ${id}`}>
      <Radios
        {...filled.choice('decision')}
        fieldset={{ legend: t('decision'), legendClass: 'govuk-fieldset__legend--m' }}
        items={OPINION_DECISIONS.map((value) => ({ value, text: ctx.t(`portal.opinions.decision.${value}`) }))}
      />
      <Bilingual filled={filled} name="letter" label={t('letter')} hint={t('letterHint')} rows={5} />
      <Bilingual filled={filled} name="reasons" label={t('reasons')} hint={t('reasonsHint')} rows={5} />
      <Input {...filled.field('signedBy')} label={t('signedBy')} hint={t('signedByHint')} />
      <p class="govuk-body">{t('final')}</p>
      <Button preventDoubleClick>{t('button')}</Button>
    </Form>
  );
}

function comparedIn({ ctx, opinion: { response }, filled }: OpinionAnswerProps): Compared[] {
  const word = (decision: string | undefined): string =>
    decision ? ctx.t(`portal.opinions.decision.${decision}`) : '–';
  const t = (key: string): string => ctx.t(`portal.desk.opinionAnswer.${key}`);
  return [
    { field: t('decision'), stored: word(response?.decision), yours: word(filled.value('decision')) },
    ...bilingualCompared(filled, 'letter', t('letter'), response?.letter ?? null),
    ...bilingualCompared(filled, 'reasons', t('reasons'), response?.reasons ?? null),
  ];
}
