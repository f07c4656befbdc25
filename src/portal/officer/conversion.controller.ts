import { Drafts, DraftsQueries, type ConsultationRead } from '../../consultations/index.js';
import { Conversions, type ProposalResponse } from '../../conversions/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { headOfWork, OwnConsultations } from '../desk/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  formAnswer,
  FormPost,
  type Head,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { ACT_FIELD, DOCUMENTS, documentsIn, SAVE } from './conversion-form.js';
import { ConversionBody, ProposalBody, ROWS_MOST } from './conversion.page.js';
import { TEXT, valuesOf } from './text-form.js';

const MAY = 'consultation.prepare';
const FIRST = 1;

/** The text of a draft is taken from two documents; what is proposed is corrected and saved as the next version. */
@Pages()
export class ConversionController {
  constructor(
    private readonly conversions: Conversions,
    private readonly drafts: Drafts,
    private readonly queries: DraftsQueries,
    private readonly own: OwnConsultations,
    private readonly repetitions: Repetitions,
  ) {}

  /** Asks for the documents. */
  @OwnPage('desk/consultations/:id/conversion', MAY)
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const { state } = await this.own.one(ctx, id, MAY);
    if (state !== 'draft' && state !== 'published') return seeOther(ctx.url(`/desk/consultations/${id}`));
    return this.#page(ctx, id, emptyForm(ctx, DOCUMENTS));
  }

  /** Shows what they propose; a text too long for one page may be saved as it is. */
  @FormPost('desk/consultations/:id/conversion', MAY, { files: true })
  convert(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: DOCUMENTS, body },
      async () => {
        const proposal = await this.conversions.proposal(id, { documents: await documentsIn(body) }, ctx.by);
        if (body.get(ACT_FIELD) !== SAVE) return this.#proposal(ctx, id, proposal);
        await this.#save(ctx, id, proposal, versionIn(body));
        return seeOther(ctx.url(`/desk/consultations/${id}/text`));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #save(ctx: PageContext, id: string, { provisions }: ProposalResponse, expected?: number): Promise<void> {
    const wanted = TEXT.checked({ provisions });
    await this.repetitions.once(
      ctx.request,
      async () => ({ id: await this.drafts.make(id, wanted, ctx.by, expected) }),
      (made) => this.queries.version(made),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, MAY);
    return page(ctx, headOf(ctx, consultation), ConversionBody({ ctx, consultation, filled }), filled.status);
  }

  async #proposal(ctx: PageContext, id: string, proposal: ProposalResponse): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, MAY);
    const { provisions: stored } = await this.queries.draft(id, consultation.currentVersion, FIRST);
    const shown = proposal.provisions.slice(0, ROWS_MOST);
    const filled = emptyForm(
      ctx,
      TEXT,
      valuesOf(
        shown,
        stored.map((one) => one.id),
      ),
    );
    const removed = stored.filter((one) => proposal.removed.includes(one.id));
    const body = ProposalBody({ ctx, consultation, proposal, removed, filled });
    return page(ctx, headOf(ctx, consultation), body);
  }
}

function headOf(ctx: PageContext, consultation: ConsultationRead): Head {
  const text = {
    text: ctx.t('portal.desk.text.title'),
    href: ctx.url(`/desk/consultations/${consultation.id}/text`),
  };
  return headOfWork(ctx, consultation, ctx.t('portal.desk.documents.title'), text);
}
