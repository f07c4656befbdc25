import { CouncilRules } from '../../councils/index.js';
import {
  MemberReads,
  MembersService,
  OrganizationsRepository,
  OrganizationsService,
  type MemberRequest,
  type OrganizationRequest,
} from '../../members/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import type { Actor } from '../../platform/kernel/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  FilledForm,
  Filters,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
} from '../frame/index.js';
import { AppointmentBody } from './appointment.page.js';
import { CouncilDesks, headOf } from './council-desks.service.js';
import { APPOINTMENT, AppointmentQuery, NEW, NONE, SEARCH_FIELDS, searchIn } from './member-forms.js';
import { PersonsQueries } from './persons.queries.js';

const MAY = 'member.appoint';
const FOUND = 10;

/** Seats of a council are given. */
@Pages()
export class AppointmentController {
  constructor(
    private readonly desks: CouncilDesks,
    private readonly members: MembersService,
    private readonly reads: MemberReads,
    private readonly organizations: OrganizationsService,
    private readonly recorded: OrganizationsRepository,
    private readonly persons: PersonsQueries,
    private readonly rules: CouncilRules,
    private readonly repetitions: Repetitions,
  ) {}

  /** The form, with the persons and organisations that were looked for. */
  @OwnPage('desk/councils/:id/member', MAY)
  form(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(AppointmentQuery) query: AppointmentQuery,
  ): Promise<HtmlText> {
    const { person, organization } = SEARCH_FIELDS;
    const looked = { [person]: query.person, [organization]: query.organization };
    const first = { personId: NEW, organizationId: NONE, since: ctx.today, ...looked };
    return this.#page(ctx, id, query, emptyForm(ctx, APPOINTMENT, first));
  }

  /** Gives the seat, or looks among the records and keeps what was typed. Namesakes are shown afterwards. */
  @FormPost('desk/councils/:id/member', MAY)
  appoint(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(AppointmentQuery) query: AppointmentQuery,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    const search = searchIn(body, query);
    if (search) return this.#page(ctx, id, search, new FilledForm(ctx, APPOINTMENT, {}, body));
    return formAnswer(
      { ctx, form: APPOINTMENT, body },
      async () => {
        await this.desks.council(id, ctx.by, MAY);
        const wanted = APPOINTMENT.read(body);
        const organization = APPOINTMENT.organization(body);
        const { thing } = await this.repetitions.once(
          ctx.request,
          () => this.#made(id, wanted, organization, ctx.by),
          (made) => this.reads.one(made),
        );
        return seeOther(ctx.url(`/desk/members/${(thing as { id: string }).id}`));
      },
      (filled) => this.#page(ctx, id, query, filled),
    );
  }

  async #made(
    councilId: string,
    wanted: MemberRequest,
    organization: OrganizationRequest | undefined,
    by: Actor,
  ): Promise<{ id: string }> {
    if (organization) Object.assign(wanted, { organizationId: await this.organizations.record(organization, by) });
    return { id: await this.members.appoint(councilId, wanted, by) };
  }

  async #page(ctx: PageContext, id: string, query: AppointmentQuery, filled: FilledForm): Promise<HtmlText> {
    const council = await this.desks.council(id, ctx.by, MAY);
    const { person, organization: q } = query;
    const [persons, organizations, rules] = await Promise.all([
      person === undefined ? [] : this.persons.named(person),
      q === undefined ? [] : this.recorded.list({ limit: FOUND, q }, (one) => one).then(({ items }) => items),
      this.rules.on(id, ctx.today),
    ]);
    const head = headOf(ctx, ctx.t('portal.councilsDesk.appoint.title'), council);
    const body = AppointmentBody({ ctx, council, query, filled, persons, organizations, rules });
    return page(ctx, head, body, filled.status);
  }
}
