import { BodiesQueries } from '../../bodies/index.js';
import { ConsultationsQueries, ConsultationsService } from '../../consultations/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit, verdict } from '../../platform/kernel/index.js';
import { bilingualValues, OwnConsultations } from '../desk/index.js';
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
  versionIn,
} from '../frame/index.js';
import { DRAFT, DRAFT_CHANGE, QUESTIONS_FIELD } from './draft-form.js';
import { DraftBody } from './draft.page.js';

const MAY = 'consultation.prepare';

/** Drafts are prepared for their discussion; nobody but the body sees them until they are published. */
@Pages()
export class DraftController {
  constructor(
    private readonly own: OwnConsultations,
    private readonly consultations: ConsultationsService,
    private readonly queries: ConsultationsQueries,
    private readonly bodies: BodiesQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The form of a new draft. */
  @OwnPage('desk/bodies/:id/draft', MAY)
  form(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, DRAFT, { stage: 'draft' }));
  }

  /** Prepares the draft; its publication is next. */
  @FormPost('desk/bodies/:id/draft', MAY)
  prepare(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: DRAFT, body },
      async () => {
        const wanted = Object.assign(DRAFT.read(body), { bodyId: id });
        const { thing } = await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.consultations.prepare(wanted, ctx.by) }),
          (made) => this.queries.one(made),
        );
        return seeOther(ctx.url(`/desk/consultations/${(thing as { id: string }).id}`));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  /** The form of a change of all but the text. */
  @OwnPage('desk/consultations/:id/edit', MAY)
  async change(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const own = await this.own.one(ctx, id, MAY);
    const {
      stage,
      actType,
      category,
      closesOn,
      publicService,
      commentsByEmail,
      title,
      summary,
      objectives,
      questions,
    } = own;
    const first = {
      ...{ stage, actType, category, closesOn, publicService, commentsByEmail },
      ...bilingualValues('title', title),
      ...bilingualValues('summary', summary),
      ...bilingualValues('objectives', objectives),
      ...bilingualValues('explanatoryNote', own.explanatoryNote),
      [`${QUESTIONS_FIELD}.kk`]: questions.map(({ kk }) => kk).join('\n'),
      [`${QUESTIONS_FIELD}.ru`]: questions.map(({ ru }) => ru).join('\n'),
      ...{ consultativeDocumentId: own.consultativeDocumentId, exemption: own.exemption },
    };
    return this.#change(ctx, id, emptyForm(ctx, DRAFT_CHANGE, first));
  }

  /** Changes the draft. */
  @FormPost('desk/consultations/:id/edit', MAY)
  edit(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: DRAFT_CHANGE, body },
      async () => {
        await this.consultations.edit(id, DRAFT_CHANGE.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (filled) => this.#change(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, bodyId: string, filled: FilledForm): Promise<HtmlText> {
    const { name } = await this.bodies.body(bodyId);
    permit(verdict(ctx.by, MAY, { bodyId }));
    const documents = await this.queries.consultativeDocuments(bodyId);
    const body = DraftBody({ ctx, bodyId, bodyName: name, documents, filled });
    return page(ctx, headOf(ctx, 'portal.desk.draft.title'), body, filled.status);
  }

  async #change(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, MAY);
    const { bodyId } = consultation;
    const { name } = await this.bodies.body(bodyId);
    const documents = await this.queries.consultativeDocuments(bodyId);
    const body = DraftBody({ ctx, bodyId, bodyName: name, documents, filled, consultation });
    return page(ctx, headOf(ctx, 'portal.desk.draft.change'), body, filled.status);
  }
}

function headOf(ctx: PageContext, key: string) {
  const title = ctx.t(key);
  const desk = { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') };
  return { title, unlisted: true, breadcrumbs: [desk, { text: title }] };
}
