import type { JSX } from 'preact';
import { AssessmentBody, type AssessmentProps } from '../assessments/assessment.page.js';
import { Button, Input, Radios, WarningText } from '../components/index.js';
import { Refusal } from '../desk/index.js';
import { type FilledForm, Form } from '../frame/index.js';
import { WHEN_FIELD } from './forms.js';

interface PreviewProps extends AssessmentProps {
  readonly filled: FilledForm;
  readonly version: number;
  /** When it becomes public, where that is settled already. */
  readonly comesAt: Date | null;
}

/** The page that everybody will see, by the very component that will show it, and the form that publishes it. */
export function PreviewBody({ filled, version, comesAt, ...shown }: PreviewProps): JSX.Element {
  const { ctx, edition } = shown;
  const t = (key: string): string => ctx.t(`portal.assessing.preview.${key}`);
  return (
    <>
      <Refusal filled={filled} />
      <WarningText prefix={ctx.t('portal.desk.warning')}>
        {comesAt === null
          ? t('banner')
          : ctx.t('portal.assessing.preview.bannerComing', { instant: ctx.format.instant(comesAt) })}{' '}
        <a class="govuk-link" href={ctx.url(`/desk/assessments/${edition.assessmentId}`)}>
          {t('back')}
        </a>
      </WarningText>
      <hr class="govuk-section-break govuk-section-break--visible govuk-section-break--l" />
      <div id="public">
        <AssessmentBody {...shown} />
      </div>
      <hr class="govuk-section-break govuk-section-break--visible govuk-section-break--l" />
      {comesAt === null && <PublicationForm filled={filled} id={edition.assessmentId} version={version} />}
    </>
  );
}

interface FormProps {
  readonly filled: FilledForm;
  readonly id: string;
  readonly version: number;
}

function PublicationForm({ filled, id, version }: FormProps): JSX.Element {
  const { ctx } = filled;
  const t = (key: string): string => ctx.t(`portal.assessing.preview.${key}`);
  return (
    <section aria-labelledby="publication">
      <h2 class="govuk-heading-l" id="publication">
        {t('publication')}
      </h2>
      <p class="govuk-body">{t('final')}</p>
      <Form ctx={ctx} action={`/desk/assessments/${id}/publication`} version={version}>
        <Radios
          {...filled.choice(WHEN_FIELD)}
          fieldset={{ legend: t('when'), legendClass: 'govuk-fieldset__legend--m' }}
          items={[
            { value: 'now', text: t('now') },
            { value: 'later', text: t('later') },
          ]}
        />
        <Input
          {...filled.field('at')}
          label={t('at')}
          hint={ctx.t('portal.desk.plan.startsHint')}
          class="govuk-input--width-20"
          attributes={{ type: 'datetime-local' }}
        />
        <Button preventDoubleClick>{t('button')}</Button>
      </Form>
    </section>
  );
}
