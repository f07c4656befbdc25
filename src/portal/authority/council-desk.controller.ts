import { BodiesQueries } from '../../bodies/index.js';
import { councilMoves, CouncilRules, CouncilsService } from '../../councils/index.js';
import { ActivationService, CompositionAlarms, MemberReads } from '../../members/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { holds } from '../../platform/kernel/index.js';
import { BUTTON, refused } from '../desk/index.js';
import {
  Ctx,
  Fields,
  formAnswer,
  FormPost,
  NamesQueries,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { CouncilDeskBody, type CouncilDeskProps } from './council-desk.page.js';
import { CouncilDesks, headOf } from './council-desks.service.js';
import { CouncilGrantsQueries } from './council-grants.queries.js';
import { MOST_MEMBERS, seatsOn } from './council-seats.js';

/** A council as those see it who answer for its composition: the authority, and its secretary. */
@Pages()
export class CouncilDeskController {
  constructor(
    private readonly desks: CouncilDesks,
    private readonly councils: CouncilsService,
    private readonly activations: ActivationService,
    private readonly alarms: CompositionAlarms,
    private readonly members: MemberReads,
    private readonly rules: CouncilRules,
    private readonly bodies: BodiesQueries,
    private readonly grants: CouncilGrantsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** Facts, what the composition is short of, who sits in it, and what can be done. */
  @OwnPage('desk/councils/:id', 'member.appoint')
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Where a reader is taken who opens the address of a form. */
  @OwnPage('desk/councils/:id/:part', 'member.appoint')
  back(@Ctx() ctx: PageContext, @Id() id: string): HtmlText {
    return seeOther(ctx.url(`/desk/councils/${id}`));
  }

  /** The council begins to work; refused while C1 or C3 is broken. */
  @FormPost('desk/councils/:id/activation', 'council.activate')
  activate(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.activations.activate(id, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/councils/${id}`));
      },
      (activation) => this.#page(ctx, id, { activation }),
    );
  }

  /** The council ends; its records stay. */
  @FormPost('desk/councils/:id/dissolution', 'council.dissolve')
  dissolve(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.councils.dissolve(id, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/councils/${id}`));
      },
      (dissolution) => this.#page(ctx, id, { dissolution }),
    );
  }

  async #page(ctx: PageContext, id: string, forms: CouncilDeskProps['forms'] = {}): Promise<HtmlText> {
    const council = await this.desks.council(id, ctx.by, 'member.appoint');
    const mayEdit = holds(ctx.by, 'council.edit');
    const [standing, members, rules, territory, grants, names] = await Promise.all([
      this.alarms.of(id, ctx.today),
      this.members.list(id, { limit: MOST_MEMBERS }, (member) => member),
      this.rules.on(id, ctx.today),
      this.bodies.territory(council.territoryId),
      mayEdit ? this.grants.of(id) : [],
      this.names.of(council.bodyId),
    ]);
    const seats = seatsOn(members.items, ctx.today);
    const moves = councilMoves(ctx.by, council) ?? [];
    const shown = { council, standing, seats, rules, territory, grants, names, moves, mayEdit, forms };
    return page(ctx, headOf(ctx, ctx.text(council.name)), CouncilDeskBody({ ctx, ...shown }), refused(forms)?.status);
  }
}
