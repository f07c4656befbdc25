import { Drafts, DraftsQueries, type ConsultationRead } from '../../consultations/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { headOfWork, OwnConsultations } from '../desk/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  FilledForm,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
  withRowsChanged,
  partOf,
} from '../frame/index.js';
import { PART, PROVISIONS, TEXT, valuesOf, wholeText, type StoredProvision } from './text-form.js';
import { TextBody } from './text.page.js';

const MAY = 'consultation.prepare';

/** The first version its body may read: every one is its own. */
const FIRST = 1;

/** The text of a draft is edited; what is saved is its next version, public at once where the draft is. */
@Pages()
export class TextController {
  constructor(
    private readonly drafts: Drafts,
    private readonly queries: DraftsQueries,
    private readonly own: OwnConsultations,
    private readonly repetitions: Repetitions,
  ) {}

  /** The provisions of the latest version, each with its fields. */
  @OwnPage('desk/consultations/:id/text', MAY)
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const { state } = await this.own.one(ctx, id, MAY);
    if (state !== 'draft' && state !== 'published') return seeOther(ctx.url(`/desk/consultations/${id}`));
    return this.#page(ctx, id);
  }

  /** Saves the next version, or shows the form with a row more or less. */
  @FormPost('desk/consultations/:id/text', MAY)
  async save(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const rows = withRowsChanged(body, PROVISIONS);
    if (rows) return this.#page(ctx, id, new FilledForm(ctx, TEXT, {}, rows));
    return formAnswer(
      { ctx, form: TEXT, body },
      async () => {
        await this.#make(ctx, id, body);
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  /** A double click makes one version. */
  async #make(ctx: PageContext, id: string, body: FormBody): Promise<void> {
    const { provisions, note } = TEXT.read(body);
    const stored = await this.#stored(await this.own.one(ctx, id, MAY));
    const wanted = { provisions: wholeText(stored, body, provisions), ...(note ? { note } : {}) };
    await this.repetitions.once(
      ctx.request,
      async () => ({ id: await this.drafts.make(id, wanted, ctx.by, versionIn(body)) }),
      (made) => this.queries.version(made),
    );
  }

  async #stored({ id, currentVersion }: ConsultationRead): Promise<StoredProvision[]> {
    const { provisions } = await this.queries.draft(id, currentVersion, FIRST);
    return provisions;
  }

  async #page(ctx: PageContext, id: string, typed?: FilledForm): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, MAY);
    const all = await this.#stored(consultation);
    const { items: stored, part, parts } = partOf(ctx.request.query, all, PART);
    const filled =
      typed ??
      emptyForm(
        ctx,
        TEXT,
        valuesOf(
          stored,
          stored.map((one) => one.id),
        ),
      );
    const title = ctx.t('portal.desk.text.title');
    const body = TextBody({ ctx, consultation, stored, part, parts, filled });
    return page(ctx, headOfWork(ctx, consultation, title), body, filled.status);
  }
}
