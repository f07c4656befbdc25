import type { JSX } from 'preact';
import { assessedDimensions, valueText, type AssessedIndicator } from '../assessments/assessed.js';
import { Judgements } from '../assessments/dimension-view.js';
import { exactNumber, scoreText } from '../assessments/numbers.js';
import { Button, Details, InsetText } from '../components/index.js';
import { Bilingual, bilingualCompared, bilingualValues, Refusal } from '../desk/index.js';
import {
  type FilledForm,
  Form,
  type FirstValues,
  Localized,
  LocalizedParagraph,
  type PageContext,
} from '../frame/index.js';
import type { WorkingAssessment } from '../../assessments/index.js';
import type { AssessingScreen } from './assessing-screens.service.js';
import { Subject } from './parts.js';

interface ReplyProps {
  readonly ctx: PageContext;
  readonly screen: AssessingScreen;
  readonly filled: FilledForm;
}

/** The results, and the form of the assessed body's reply. */
export function ReplyBody({ ctx, screen, filled }: ReplyProps): JSX.Element {
  const { work, names } = screen;
  const { record, moves } = work;
  const t = (key: string): string => ctx.t(`portal.assessing.reply.${key}`);
  const compared = bilingualCompared(filled, 'text', t('label'), record.reply?.text ?? null);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={compared} />
        <Subject ctx={ctx} names={names} record={record} />
        <h1 class="govuk-heading-xl">{t('title')}</h1>
        {record.dueOn !== null && (
          <p class="govuk-body">{ctx.t('portal.assessing.reply.due', { date: ctx.format.date(record.dueOn) })}</p>
        )}
        <p class="govuk-body">
          {ctx.t('portal.assessments.score')}: <strong>{scoreText(ctx, record.score)}</strong>
        </p>
        {moves.includes('reply') || filled.problem ? (
          <ReplyForm ctx={ctx} work={work} filled={filled} />
        ) : (
          <InsetText>
            <p class="govuk-body">{t('closed')}</p>
            {record.reply && <LocalizedParagraph ctx={ctx} text={record.reply.text} />}
          </InsetText>
        )}
      </div>
    </div>
  );
}

interface FormProps {
  readonly ctx: PageContext;
  readonly work: WorkingAssessment;
  readonly filled: FilledForm;
}

function ReplyForm({ ctx, work, filled }: FormProps): JSX.Element {
  const { record, version } = work;
  const t = (key: string): string => ctx.t(`portal.assessing.reply.${key}`);
  return (
    <Form ctx={ctx} action={`/desk/assessments/${record.id}/reply`} version={version} keeps={`reply to ${record.id}`}>
      <Bilingual filled={filled} name="text" label={t('label')} hint={t('hint')} rows={8} />
      <h2 class="govuk-heading-m">{t('remarks')}</h2>
      <p class="govuk-body">{t('remarksText')}</p>
      {rowsOf(work).map((one, at) => (
        <RemarkRow filled={filled} one={one} at={at} />
      ))}
      <p class="govuk-body">{t('final')}</p>
      <Button preventDoubleClick>{t('button')}</Button>
    </Form>
  );
}

function rowsOf({ record, methodology }: WorkingAssessment): AssessedIndicator[] {
  return assessedDimensions(record, methodology).flatMap(({ indicators }) => [...indicators]);
}

interface RowProps {
  readonly filled: FilledForm;
  readonly one: AssessedIndicator;
  readonly at: number;
}

function RemarkRow({ filled, one, at }: RowProps): JSX.Element {
  const { ctx } = filled;
  const name = `remarks[${at}]`;
  const texts = ['kk', 'ru'].map((language) => filled.field(`${name}.text.${language}`));
  const isOpen = texts.some(({ value, error }) => Boolean(value) || error !== undefined);
  const score = one.value?.score ?? null;
  return (
    <Details
      open={isOpen}
      summary={
        <>
          <Localized ctx={ctx} text={one.indicator.name} />: {valueText(ctx, one)}
          {score !== null && `, ${ctx.t('portal.assessing.reply.score', { score: exactNumber(ctx, score) })}`}
        </>
      }
    >
      <Judgements ctx={ctx} judgements={one.value?.judgements ?? []} />
      <input type="hidden" name={`${name}.indicator`} value={one.indicator.code} />
      <Bilingual filled={filled} name={`${name}.text`} label={ctx.t('portal.assessing.reply.remark')} rows={3} />
    </Details>
  );
}

/** The reply as it stands, to be replaced. */
export function repliedValues(work: WorkingAssessment): FirstValues {
  const { reply } = work.record;
  if (!reply) return {};
  const remarks = rowsOf(work).flatMap(({ indicator }, at) => {
    const remark = reply.remarks.find((one) => one.indicator === indicator.code);
    return remark ? Object.entries(bilingualValues(`remarks[${at}].text`, remark.text)) : [];
  });
  return { ...bilingualValues('text', reply.text), ...Object.fromEntries(remarks) };
}
