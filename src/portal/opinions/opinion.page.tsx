import type { JSX } from 'preact';
import type { OpinionResponse } from '../../opinions/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { SummaryList } from '../components/index.js';
import { Localized, Name, type Names, type PageContext } from '../frame/index.js';
import { OpinionSource, OpinionView } from './opinion-view.js';

/** What the page of an opinion shows. */
export interface OpinionProps {
  readonly ctx: PageContext;
  readonly opinion: OpinionResponse;
  /** Title of the draft. */
  readonly draft: LocalizedText;
  readonly withdrawn: boolean;
  /** Of the day of its receipt. */
  readonly rules: RuleSet;
  readonly names: Names;
}

/** An opinion: on which draft, what is said, what the body answered. */
export function OpinionBody({ ctx, opinion, draft, withdrawn, rules, names }: OpinionProps): JSX.Element {
  const { consultationId, bodyId, councilId, receivedOn } = opinion;
  const link = (path: string, text: JSX.Element): JSX.Element => (
    <a class="govuk-link" href={ctx.url(path)}>
      {text}
    </a>
  );
  const t = (key: string): string => ctx.t(`portal.opinions.${key}`);
  return (
    <>
      <h1 class="govuk-heading-xl">
        <span class="govuk-caption-xl">
          <OpinionSource ctx={ctx} opinion={opinion} names={names} />
        </span>
        {ctx.t('portal.opinions.title', { date: ctx.format.date(receivedOn) })}
      </h1>
      <SummaryList
        rows={[
          { key: t('draft'), value: link(`/consultations/${consultationId}`, <Localized ctx={ctx} text={draft} />) },
          councilId !== null && {
            key: t('council'),
            value: link(`/councils/${councilId}`, <Name ctx={ctx} names={names} id={councilId} />),
          },
          { key: t('body'), value: link(`/bodies/${bodyId}`, <Name ctx={ctx} names={names} id={bodyId} />) },
        ]}
      />
      <OpinionView ctx={ctx} opinion={opinion} rules={rules} withdrawn={withdrawn} level={2} />
    </>
  );
}
