import type { JSX } from 'preact';
import type { CouncilRead } from '../../councils/index.js';
import { Button, Input } from '../components/index.js';
import { Bilingual, Refusal } from '../desk/index.js';
import { type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import { AboutFields, comparedIn } from './council-fields.js';

interface CouncilFormProps {
  readonly ctx: PageContext;
  readonly council: CouncilRead;
  readonly filled: FilledForm;
}

/** The form by which a council is changed. */
export function EditBody({ ctx, council, filled }: CouncilFormProps): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={comparedIn(filled, council)} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={council.name} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.councilsDesk.edit')}</h1>
        <Form ctx={ctx} action={`/desk/councils/${council.id}/edit`} version={council.version}>
          <Bilingual english="optional" filled={filled} name="name" label={ctx.t('portal.councilsDesk.field.name')} />
          <AboutFields filled={filled} />
          <Button preventDoubleClick>{ctx.t('portal.desk.save')}</Button>
        </Form>
      </div>
    </div>
  );
}

/** The form by which the next convocation is opened. */
export function ConvocationBody({ ctx, council, filled }: CouncilFormProps): JSX.Element {
  const last = council.convocations.at(-1);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={council.name} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.councilsDesk.convocation.title')}</h1>
        {last && (
          <p class="govuk-body">
            {ctx.t('portal.councilsDesk.convocation.last', {
              number: last.number,
              from: ctx.format.date(last.fromOn),
              until: ctx.format.date(last.untilOn),
            })}
          </p>
        )}
        <p class="govuk-body">{ctx.t('portal.councilsDesk.convocation.text')}</p>
        <Form ctx={ctx} action={`/desk/councils/${council.id}/convocation`} version={council.version}>
          <Input
            {...filled.field('from')}
            type="date"
            class="govuk-input--width-10"
            label={ctx.t('portal.councilsDesk.convocation.from')}
          />
          <Input
            {...filled.field('number')}
            class="govuk-input--width-4"
            inputmode="numeric"
            label={ctx.t('portal.councilsDesk.convocation.number')}
            hint={ctx.t('portal.councilsDesk.convocation.numberHint')}
          />
          <Button preventDoubleClick>{ctx.t('portal.councilsDesk.convocation.button')}</Button>
        </Form>
      </div>
    </div>
  );
}
