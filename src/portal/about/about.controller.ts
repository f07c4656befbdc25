import type { HtmlText } from '../../platform/http/index.js';
import { JournalQueries } from '../../platform/journal/index.js';
import { Ctx, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { OpenDataBody } from './open-data.page.js';
import { TextBody, type TextSection } from './text.page.js';

const ACCESSIBILITY: readonly TextSection[] = [
  { name: 'done', points: 7 },
  { name: 'short', points: 3 },
  { name: 'tell', paragraphs: 2 },
];

const PRIVACY: readonly TextSection[] = [
  { name: 'reading', paragraphs: 2 },
  { name: 'account', paragraphs: 1, points: 4 },
  { name: 'public', paragraphs: 2 },
  { name: 'cookies', paragraphs: 1, points: 3 },
  { name: 'journal', paragraphs: 1 },
  { name: 'rights', paragraphs: 2 },
];

/** What the site says of itself. */
@Pages()
export class AboutController {
  constructor(private readonly journal: JournalQueries) {}

  /** What is open to programs, how it is read, and how the journal is verified. */
  @PublicPage('open-data')
  async openData(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const last = await this.journal.last();
    return page(ctx, headOf(ctx, 'open-data', 'openData'), OpenDataBody({ ctx, last: last?.seq ?? 0 }));
  }

  /** For whom the site works, and where it falls short. */
  @PublicPage('accessibility')
  accessibility(@Ctx() ctx: PageContext): HtmlText {
    const head = headOf(ctx, 'accessibility', 'accessibility');
    return page(ctx, head, TextBody({ ctx, title: head.title, part: 'accessibility', sections: ACCESSIBILITY }));
  }

  /** What the site keeps of people. */
  @PublicPage('privacy')
  privacy(@Ctx() ctx: PageContext): HtmlText {
    const head = headOf(ctx, 'privacy', 'privacy');
    return page(ctx, head, TextBody({ ctx, title: head.title, part: 'privacy', sections: PRIVACY }));
  }
}

function headOf(ctx: PageContext, name: string, part: string): { title: string; description: string } & Trail {
  const title = ctx.t(`portal.nav.${name}`);
  return { title, description: ctx.t(`portal.${part}.lead`), breadcrumbs: [{ text: title }] };
}

interface Trail {
  readonly breadcrumbs: readonly { readonly text: string }[];
}
