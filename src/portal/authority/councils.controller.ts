import { Compositions, CouncilsQueries, CouncilsQuery, CouncilsService } from '../../councils/index.js';
import { FormBody, Repetitions, type HtmlText } from '../../platform/http/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  Filters,
  formAnswer,
  FormPost,
  NamesQueries,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
} from '../frame/index.js';
import { CouncilDesks, headOf } from './council-desks.service.js';
import { COUNCIL_FORM } from './council-forms.js';
import { CouncilsDeskBody, NewCouncilBody } from './councils.page.js';

/** The authority's list of councils, and the establishment of new ones. */
@Pages()
export class CouncilsDeskController {
  constructor(
    private readonly desks: CouncilDesks,
    private readonly councils: CouncilsService,
    private readonly queries: CouncilsQueries,
    private readonly compositions: Compositions,
    private readonly names: NamesQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** All councils by name, also those that are being formed or dissolved. */
  @OwnPage('desk/councils', 'council.edit')
  async list(@Ctx() ctx: PageContext, @Filters(CouncilsQuery) query: CouncilsQuery): Promise<HtmlText> {
    const incomplete = await this.compositions.incomplete(ctx.today);
    const only = query.incomplete === true ? incomplete : null;
    const { items, next } = await this.queries.list(query, only, (council) => council);
    const names = await this.names.of(...items.map(({ bodyId }) => bodyId));
    const head = headOf(ctx, ctx.t('portal.councilsDesk.list'));
    return page(ctx, head, CouncilsDeskBody({ ctx, query, incomplete, items, names, next }));
  }

  /** The form of a new council. */
  @OwnPage('desk/councils/new', 'council.establish')
  form(@Ctx() ctx: PageContext): Promise<HtmlText> {
    return this.#new(ctx, emptyForm(ctx, COUNCIL_FORM));
  }

  /** Establishes a council; its composition is next. */
  @FormPost('desk/councils/new', 'council.establish')
  establish(@Ctx() ctx: PageContext, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: COUNCIL_FORM, body },
      async () => {
        const wanted = COUNCIL_FORM.read(await this.#withTerritory(body));
        const { thing } = await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.councils.establish(wanted, ctx.by) }),
          (made) => this.queries.one(made),
        );
        return seeOther(ctx.url(`/desk/councils/${(thing as { id: string }).id}`));
      },
      (filled) => this.#new(ctx, filled),
    );
  }

  /** Where no place was chosen, it is the one of the body. */
  async #withTerritory(body: FormBody): Promise<FormBody> {
    if (body.get('territoryId') !== '') return body;
    const { bodies } = await this.desks.places();
    const known = bodies.find(({ id }) => id === body.get('bodyId'));
    if (!known) return body;
    const others = body.fields.filter(([name]) => name !== 'territoryId');
    return new FormBody([...others, ['territoryId', known.territoryId]]);
  }

  async #new(ctx: PageContext, filled: FilledForm): Promise<HtmlText> {
    const places = await this.desks.places();
    const head = headOf(ctx, ctx.t('portal.councilsDesk.new'));
    return page(ctx, head, NewCouncilBody({ ctx, filled, places }), filled.status);
  }
}
