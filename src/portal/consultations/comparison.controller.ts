import { ComparisonQuery, ComparisonsQueries } from '../../comparisons/index.js';
import { ConsultationsQueries, DraftsQueries, firstVersionFor, maySee } from '../../consultations/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, permit } from '../../platform/kernel/index.js';
import { Ctx, Filters, page, type PageContext, Pages, partOf, PublicPage } from '../frame/index.js';
import { ComparisonBody } from './comparison.page.js';

/** Provisions that changed, on one page. */
const PART = 40;
/** Versions to choose from. */
const VERSIONS = { limit: 100 };

/** What changed between two versions of a draft. */
@Pages()
export class ComparisonController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly drafts: DraftsQueries,
    private readonly comparisons: ComparisonsQueries,
  ) {}

  /** The versions side by side in one text, with the words marked; what did not change is only counted. */
  @PublicPage('consultations/:id/comparison')
  async show(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(ComparisonQuery) query: ComparisonQuery,
  ): Promise<HtmlText> {
    const consultation = await this.consultations.one(id);
    permit(maySee(ANONYMOUS, consultation));
    const [comparison, versions] = await Promise.all([
      this.comparisons.of(id, query, ANONYMOUS),
      this.drafts.versions(id, VERSIONS, firstVersionFor(ANONYMOUS, consultation)),
    ]);
    const differing = comparison.provisions.filter(({ change, moved, renumbered }) => {
      return change !== 'same' || moved || renumbered;
    });
    const shown = partOf(ctx.request.query, differing, PART, (one) => one.provisionId);
    const title = ctx.t('portal.comparison.title');
    const breadcrumbs = [
      { text: ctx.t('portal.nav.consultations'), href: ctx.url('/consultations') },
      { text: ctx.text(consultation.title), href: ctx.url(`/consultations/${id}`) },
    ];
    const head = { title: `${title}: ${ctx.text(consultation.title)}`, breadcrumbs };
    return page(ctx, head, ComparisonBody({ ctx, consultation, comparison, versions: versions.items, shown }));
  }
}
