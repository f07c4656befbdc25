import type { JSX } from 'preact';
import { SummaryList } from '../components/index.js';
import type { PageContext } from '../frame/index.js';
import { SectionView } from './text.page.js';

/** Public lists of the API, by the name of their sentence. */
const LISTS = [
  ['councils', '/api/v1/councils'],
  ['recommendations', '/api/v1/recommendations'],
  ['consultations', '/api/v1/consultations'],
  ['opinions', '/api/v1/opinions'],
  ['moderation', '/api/v1/moderation'],
  ['assessments', '/api/v1/assessments'],
  ['methodologies', '/api/v1/methodologies'],
  ['followUps', '/api/v1/follow-ups'],
  ['bodies', '/api/v1/bodies'],
  ['rules', '/api/v1/rules'],
  ['journal', '/api/v1/journal'],
] as const;

/** What is open, how a program reads it, under which terms, and how anyone verifies the journal. */
export function OpenDataBody({ ctx, last }: { readonly ctx: PageContext; readonly last: number }): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.openData.${key}`);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">{ctx.t('portal.nav.open-data')}</h1>
        <p class="govuk-body-l">{t('lead')}</p>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href="/api/docs">
              {t('docs')}
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/api/v1/openapi.json">
              {t('document')}
            </a>
          </li>
        </ul>
        <h2 class="govuk-heading-m" id="lists">
          {t('lists')}
        </h2>
        <SummaryList
          rows={LISTS.map(([name, href]) => ({
            key: t(`list.${name}`),
            value: (
              <a class="govuk-link" href={href}>
                {href}
              </a>
            ),
          }))}
        />
        <SectionView ctx={ctx} part="openData" section={{ name: 'reading', paragraphs: 1, points: 6 }} />
        <p class="govuk-body">{t('example')}</p>
        <pre class="govuk-inset-text kenes-as-written">
          <code>{`curl '${ctx.env.publicUrl}/api/v1/assessments?limit=5&lang=${ctx.lang}'`}</code>
        </pre>
        <SectionView ctx={ctx} part="openData" section={{ name: 'files', paragraphs: 1, points: 4 }} />
        <SectionView ctx={ctx} part="openData" section={{ name: 'terms', paragraphs: 2 }} />
        <SectionView ctx={ctx} part="openData" section={{ name: 'journal', paragraphs: 2, points: 4 }} />
        <p class="govuk-body">{ctx.t('portal.openData.last', { number: last })}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/timeline')}>
            {t('timeline')}
          </a>
        </p>
      </div>
    </div>
  );
}
