import type { JSX } from 'preact';
import type { BodyResponse } from '../../bodies/index.js';
import type { CouncilFacts } from '../../councils/index.js';
import type { MethodologyRead } from '../../methodologies/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { Button, Input, Select } from '../components/index.js';
import { Refusal } from '../desk/index.js';
import { type FilledForm, Form, type PageContext } from '../frame/index.js';

/** What can be chosen for a new assessment. */
export interface PlanChoices {
  readonly methodologies: readonly Pick<MethodologyRead, 'id' | 'name' | 'edition'>[];
  readonly bodies: readonly Pick<BodyResponse, 'id' | 'name'>[];
  readonly councils: readonly Pick<CouncilFacts, 'id' | 'name'>[];
}

interface PlanProps extends PlanChoices {
  readonly filled: FilledForm;
}

/** The form of a new assessment. */
export function PlanBody({ filled, methodologies, bodies, councils }: PlanProps): JSX.Element {
  const { ctx } = filled;
  const t = (key: string): string => ctx.t(`portal.assessing.plan.${key}`);
  const versions = methodologies.map(({ id, name, edition }) => ({
    value: id,
    text: `${ctx.text(name)}, ${ctx.t('portal.assessments.methodologyVersion', { number: edition })}`,
  }));
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <h1 class="govuk-heading-xl">{t('title')}</h1>
        <p class="govuk-body">{t('lead')}</p>
        <Form ctx={ctx} action="/desk/assessments/new">
          <Select
            {...filled.field('methodologyId')}
            label={t('methodology')}
            hint={t('methodologyHint')}
            items={[NONE, ...versions]}
          />
          <Select {...filled.field('bodyId')} label={t('body')} items={[NONE, ...named(ctx, bodies)]} />
          <Select
            {...filled.field('councilId')}
            label={t('council')}
            hint={t('councilHint')}
            items={[NONE, ...named(ctx, councils)]}
          />
          <Day filled={filled} name="from" label={t('from')} />
          <Day filled={filled} name="to" label={t('to')} />
          <Button preventDoubleClick>{t('button')}</Button>
        </Form>
      </div>
    </div>
  );
}

const NONE = { value: '', text: '–' };

function named(ctx: PageContext, list: readonly { readonly id: string; readonly name: LocalizedText }[]) {
  const order = new Intl.Collator(ctx.lang);
  return list
    .map(({ id, name }) => ({ value: id, text: ctx.text(name) }))
    .sort((one, other) => order.compare(one.text, other.text));
}

function Day({ filled, name, label }: DayProps): JSX.Element {
  return <Input {...filled.field(name)} type="date" class="govuk-input--width-10" label={label} />;
}

interface DayProps {
  readonly filled: FilledForm;
  readonly name: 'from' | 'to';
  readonly label: string;
}
