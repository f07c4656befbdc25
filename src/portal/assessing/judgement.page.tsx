import type { JSX } from 'preact';
import type { StoredJudgement } from '../../assessments/index.js';
import { exactNumber } from '../assessments/numbers.js';
import { Button, Input, InsetText, Textarea } from '../components/index.js';
import { Refusal } from '../desk/index.js';
import { type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import type { IndicatorScreen } from './assessing-screens.service.js';
import { IndicatorFacts, Subject } from './parts.js';
import { SEEN_FIELD, seenOf } from './seen.js';

interface JudgementProps {
  readonly ctx: PageContext;
  readonly screen: IndicatorScreen;
  readonly filled: FilledForm;
  /** What this assessor gave before. */
  readonly own: StoredJudgement | undefined;
  readonly isOpen: boolean;
}

/** An indicator, and the form of an assessor's score. */
export function JudgementBody({ ctx, screen, filled, own, isOpen }: JudgementProps): JSX.Element {
  const { work, names, indicator } = screen;
  const t = (key: string): string => ctx.t(`portal.assessing.judgement.${key}`);
  const { score = '–', grounds = '–' } = own ?? {};
  const compared = [
    { field: t('score'), stored: score, yours: filled.value('score') },
    { field: t('grounds'), stored: grounds, yours: filled.value('grounds') },
  ];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={compared} />
        <Subject ctx={ctx} names={names} record={work.record} />
        <h1 class="govuk-heading-xl">
          <Localized ctx={ctx} text={indicator.name} />
        </h1>
        <IndicatorFacts ctx={ctx} indicator={indicator} />
        {isOpen || filled.problem ? (
          <JudgementForm ctx={ctx} screen={screen} filled={filled} own={own} />
        ) : (
          <Closed ctx={ctx} own={own} />
        )}
      </div>
    </div>
  );
}

function JudgementForm({ ctx, screen, filled, own }: Omit<JudgementProps, 'isOpen'>): JSX.Element {
  const { work, indicator } = screen;
  const { id } = work.record;
  const t = (key: string): string => ctx.t(`portal.assessing.judgement.${key}`);
  return (
    <Form
      ctx={ctx}
      action={`/desk/assessments/${id}/judgements/${indicator.code}`}
      keeps={`judgement ${id} ${indicator.code}`}
    >
      <input type="hidden" name={SEEN_FIELD} value={seenOf(own)} />
      <p class="govuk-body">{t('text')}</p>
      <Input {...filled.field('score')} label={t('score')} hint={t('scoreHint')} class="govuk-input--width-5" />
      <Textarea {...filled.field('grounds')} label={t('grounds')} hint={t('groundsHint')} rows={6} />
      <Button preventDoubleClick>{t('button')}</Button>
    </Form>
  );
}

/** Nothing is judged now; what this assessor gave is shown. */
function Closed({ ctx, own }: Pick<JudgementProps, 'ctx' | 'own'>): JSX.Element {
  return (
    <InsetText>
      <p class="govuk-body">{ctx.t('portal.assessing.judgement.closed')}</p>
      {own && (
        <p class="govuk-body kenes-as-written">
          <strong>{exactNumber(ctx, own.score)}</strong> – {own.grounds}
        </p>
      )}
    </InsetText>
  );
}
