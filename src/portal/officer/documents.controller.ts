import { type ConsultationRead, Documents, DocumentsQueries, MOST_DOCUMENTS } from '../../consultations/index.js';
import { isId } from '../../platform/database/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { notFound } from '../../platform/kernel/index.js';
import { OwnConsultations, wayToWork } from '../desk/index.js';
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
    private readonly own: OwnConsultations,
    private readonly documents: Documents,
    private readonly queries: DocumentsQueries,
    private readonly formFiles: FormFiles,
    private readonly repetitions: Repetitions,
  ) {}

  /** The documents, and the form for another one. */
  @OwnPage('desk/consultations/:id/documents', MAY)
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, await this.own.one(ctx, id, MAY), emptyForm(ctx, DOCUMENT));
  }

  /** Puts a document to the draft, or in the place of another. */
  @FormPost('desk/consultations/:id/documents', MAY, { files: true })
  async add(@Ctx() ctx: PageContext, @Id() id: string, @Fields() sent: FormBody): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, MAY);
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
    const consultation = await this.own.one(ctx, id, MAY);
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

  async #page(ctx: PageContext, consultation: ConsultationRead, filled: FilledForm): Promise<HtmlText> {
    const { items: documents } = await this.queries.list(consultation.id, MOST_DOCUMENTS);
    const files = await this.formFiles.waiting(ctx.by, [filled.value('fileId') ?? '']);
    const breadcrumbs = wayToWork(ctx, consultation);
    const head = { title: ctx.t('portal.documents.title'), unlisted: true, breadcrumbs };
    return page(ctx, head, DocumentsBody({ ctx, consultation, documents, filled, files }), filled.status);
  }
}
