import type { JSX } from 'preact';
import type { ConsultationRead } from '../../consultations/index.js';
import { ORGANIZATION_CHANNELS, OrganizationOpinionRequest, STANCES } from '../../opinions/index.js';
import { Button, Input, Radios } from '../components/index.js';
import { Bilingual, Refusal } from '../desk/index.js';
import { type FilledForm, Form, FormOf, Localized, type PageContext } from '../frame/index.js';

/** An opinion as it came on paper; both languages are asked for by K6. */
export const PAPER_OPINION = new FormOf(OrganizationOpinionRequest, {
  empty: {
    channel: 'portal.desk.paperOpinion.channelEmpty',
    stance: 'portal.desk.paperOpinion.stanceEmpty',
    receivedOn: 'portal.desk.paperOpinion.receivedEmpty',
  },
});

interface PaperOpinionProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly filled: FilledForm;
}

/** The form in which the opinion of an organisation is entered from paper. */
export function PaperOpinionBody({ ctx, consultation, filled }: PaperOpinionProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.desk.paperOpinion.${key}`);
  const { id, title } = consultation;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <h1 class="govuk-heading-xl">
          <span class="govuk-caption-xl">
            <Localized ctx={ctx} text={title} />
          </span>
          {t('title')}
        </h1>
        <p class="govuk-body">{t('lead')}</p>
        <Form ctx={ctx} action={`/desk/consultations/${id}/organization-opinion`} keeps={`organization opinion ${id}`}>
          <Radios
            {...filled.choice('channel')}
            fieldset={{ legend: t('channel'), legendClass: 'govuk-fieldset__legend--m' }}
            items={ORGANIZATION_CHANNELS.map((value) => ({ value, text: ctx.t(`portal.opinions.channel.${value}`) }))}
          />
          <Bilingual filled={filled} name="organization" label={t('organization')} />
          <Radios
            {...filled.choice('stance')}
            fieldset={{ legend: t('stance'), legendClass: 'govuk-fieldset__legend--m' }}
            items={STANCES.map((value) => ({ value, text: ctx.t(`portal.opinions.stance.${value}`) }))}
          />
          <Bilingual
            filled={filled}
            name="text"
            label={ctx.t('portal.desk.opinion.text')}
            hint={ctx.t('portal.desk.opinion.textHint')}
            rows={8}
          />
          <Input {...filled.field('receivedOn')} type="date" class="govuk-input--width-10" label={t('receivedOn')} />
          <p class="govuk-body">{ctx.t('portal.desk.opinion.final')}</p>
          <Button preventDoubleClick>{t('button')}</Button>
        </Form>
      </div>
    </div>
  );
}
