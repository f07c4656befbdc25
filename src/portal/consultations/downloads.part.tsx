import type { JSX } from 'preact';
import { SummaryList } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

/** What there is of a discussion as files, and the forms of each. */
export const DOWNLOADS = ['comments', 'texts', 'opinions', 'notices'] as const;

export type DownloadName = (typeof DOWNLOADS)[number];

const FORMS = [
  ['comma', 'csv'],
  ['semicolon', 'csv?separator=semicolon'],
  ['lines', 'jsonl'],
] as const;

/** All that is public about a discussion as files, for those who reckon with it. */
export function Downloads({ ctx, id, names }: DownloadsProps): JSX.Element {
  return (
    <section class="kenes-not-on-paper" aria-labelledby="downloads">
      <h2 class="govuk-heading-m" id="downloads">
        {ctx.t('portal.downloads.title')}
      </h2>
      <SummaryList
        rows={names.map((name) => ({
          key: ctx.t(`portal.downloads.${name}`),
          value: <Forms ctx={ctx} id={id} name={name} />,
        }))}
      />
    </section>
  );
}

interface DownloadsProps {
  readonly ctx: PageContext;
  readonly id: string;
  readonly names: readonly DownloadName[];
}

/** One thing in each form; what it is, is said with every link to those who hear one link after the other. */
function Forms({ ctx, id, name }: Omit<DownloadsProps, 'names'> & { readonly name: DownloadName }): JSX.Element {
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {FORMS.map(([form, ending]) => (
        <li>
          <a class="govuk-link" href={`/api/v1/consultations/${id}/export/${name}.${ending}`}>
            <span class="govuk-visually-hidden">{ctx.t(`portal.downloads.${name}`)}: </span>
            {ctx.t(`portal.comments.export.${form}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
