import {
  type ConsultationRead,
  ConsultationsQueries,
  Documents,
  DocumentsQueries,
  mayAct,
  MOST_DOCUMENTS,
} from '../../consultations/index.js';
import { isId } from '../../platform/database/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { notFound, permit } from '../../platform/kernel/index.js';
import { FormFiles } from '../files/form-files.service.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
} from '../frame/index.js';
import { DOCUMENT, DOCUMENT_FIELD, DocumentsBody } from './documents.page.js';

const MAY = 'consultation.prepare';

/** An officer's work on the documents of a draft: added, replaced, before publication taken away. */
@Pages()
export class DocumentsController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly documents: Documents,
    private readonly queries: DocumentsQueries,
    private readonly formFiles: FormFiles,
    private readonly repetitions: Repetitions,
  ) {}

  /** The documents, and the form for another one. */
  @OwnPage('desk/consultations/:id/documents', MAY)
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, await this.#own(ctx, id), emptyForm(ctx, DOCUMENT));
  }

  /** Puts a document to the draft, or in the place of another. */
  @FormPost('desk/consultations/:id/documents', MAY, { files: true })
  async add(@Ctx() ctx: PageContext, @Id() id: string, @Fields() sent: FormBody): Promise<HtmlText> {
    const consultation = await this.#own(ctx, id);
    const { body, problem } = await this.formFiles.kept(sent, ctx.by, 'fileId', { one: true });
    return formAnswer(
      { ctx, form: DOCUMENT, body },
      async () => {
        if (problem) throw problem;
        const wanted = DOCUMENT.read(body);
        const make = async (): Promise<{ id: string }> => ({ id: await this.documents.add(id, wanted, ctx.by) });
        await this.repetitions.once(ctx.request, make, (made) => this.queries.one(made));
        return seeOther(ctx.url(`/desk/consultations/${id}/documents`));
      },
      (filled) => this.#page(ctx, consultation, filled),
    );
  }

  /** Takes a document away while nobody else knows of the draft. */
  @FormPost('desk/consultations/:id/document-removal', MAY)
  async remove(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const consultation = await this.#own(ctx, id);
    const documentId = body.get(DOCUMENT_FIELD);
    if (!isId(documentId)) throw notFound();
    return formAnswer(
      { ctx, form: DOCUMENT, body },
      async () => {
        await this.documents.remove(documentId, ctx.by);
        return seeOther(ctx.url(`/desk/consultations/${id}/documents`));
      },
      (filled) => this.#page(ctx, consultation, filled),
    );
  }

  async #own(ctx: PageContext, id: string): Promise<ConsultationRead> {
    const consultation = await this.consultations.one(id);
    permit(mayAct(ctx.by, MAY, consultation));
    return consultation;
  }

  async #page(ctx: PageContext, consultation: ConsultationRead, filled: FilledForm): Promise<HtmlText> {
    const { items: documents } = await this.queries.list(consultation.id, MOST_DOCUMENTS);
    const files = await this.formFiles.waiting(ctx.by, [filled.value('fileId') ?? '']);
    const breadcrumbs = [
      { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') },
      { text: ctx.text(consultation.title), href: ctx.url(`/desk/consultations/${consultation.id}`) },
    ];
    const head = { title: ctx.t('portal.documents.title'), unlisted: true, breadcrumbs };
    return page(ctx, head, DocumentsBody({ ctx, consultation, documents, filled, files }), filled.status);
  }
}
