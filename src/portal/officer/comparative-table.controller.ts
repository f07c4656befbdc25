import { Drafts, DraftsQueries, type DraftResponse } from '../../consultations/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { bilingualValues, headOfWork, OwnConsultations } from '../desk/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  FilledForm,
  type FirstValues,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
  withRowsChanged,
} from '../frame/index.js';
import { COMPARATIVE, COMPARATIVE_ROWS } from './comparative-table-form.js';
import { ComparativeTableBody } from './comparative-table.page.js';

const MAY = 'consultation.prepare';
const FIRST = 1;

/** What is in force, what is proposed and why: entered before publication, later it comes with a new version. */
@Pages()
export class ComparativeTableController {
  constructor(
    private readonly drafts: Drafts,
    private readonly queries: DraftsQueries,
    private readonly own: OwnConsultations,
  ) {}

  /** The rows, each with its fields. */
  @OwnPage('desk/consultations/:id/comparative-table', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Saves them, or shows the form with a row more or less. */
  @FormPost('desk/consultations/:id/comparative-table', MAY)
  async save(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const rows = withRowsChanged(body, COMPARATIVE_ROWS);
    if (rows) return this.#page(ctx, id, new FilledForm(ctx, COMPARATIVE, {}, rows));
    return formAnswer(
      { ctx, form: COMPARATIVE, body },
      async () => {
        await this.drafts.compare(id, COMPARATIVE.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, typed?: FilledForm): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, MAY);
    if (!typed && consultation.state !== 'draft') return seeOther(ctx.url(`/desk/consultations/${id}`));
    const draft = await this.queries.draft(id, consultation.currentVersion, FIRST);
    const filled = typed ?? emptyForm(ctx, COMPARATIVE, valuesOf(draft));
    const title = ctx.t('portal.desk.comparative.title');
    const body = ComparativeTableBody({ ctx, consultation, draft, filled });
    return page(ctx, headOfWork(ctx, consultation, title), body, filled.status);
  }
}

function valuesOf({ comparativeTable, provisions }: DraftResponse): FirstValues {
  const positions = new Map(provisions.map(({ id, position }) => [id, position]));
  return Object.assign(
    {},
    ...comparativeTable.map(({ provisionId, place, current, proposed, reason }, at) => {
      const row = `comparativeTable[${at}]`;
      return {
        [`${row}.position`]: provisionId === null ? '' : positions.get(provisionId),
        ...bilingualValues(`${row}.place`, place),
        ...bilingualValues(`${row}.current`, current),
        ...bilingualValues(`${row}.proposed`, proposed),
        ...bilingualValues(`${row}.reason`, reason),
      };
    }),
  ) as FirstValues;
}
