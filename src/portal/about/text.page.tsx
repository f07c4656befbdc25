import type { JSX } from 'preact';
import type { PageContext } from '../frame/index.js';

/** A section of a text: a heading, then so many paragraphs, then so many points. */
export interface TextSection {
  readonly name: string;
  readonly paragraphs?: number;
  readonly points?: number;
}

/** What a page of text takes; its sentences are under `portal.<part>`. */
export interface TextProps {
  readonly ctx: PageContext;
  readonly title: string;
  readonly part: string;
  readonly sections: readonly TextSection[];
}

/** A page of text. */
export function TextBody({ ctx, title, part, sections }: TextProps): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body-l">{ctx.t(`portal.${part}.lead`)}</p>
        {sections.map((section) => (
          <SectionView ctx={ctx} part={part} section={section} />
        ))}
      </div>
    </div>
  );
}

/** One section of a text. */
export function SectionView({ ctx, part, section }: SectionProps): JSX.Element {
  const { name, paragraphs = 0, points = 0 } = section;
  const t = (key: string): string => ctx.t(`portal.${part}.${name}.${key}`);
  return (
    <section aria-labelledby={name}>
      <h2 class="govuk-heading-m" id={name}>
        {t('title')}
      </h2>
      {numbers(paragraphs).map((number) => (
        <p class="govuk-body">{t(`p${number}`)}</p>
      ))}
      {points > 0 && (
        <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
          {numbers(points).map((number) => (
            <li>{t(`l${number}`)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface SectionProps {
  readonly ctx: PageContext;
  readonly part: string;
  readonly section: TextSection;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
