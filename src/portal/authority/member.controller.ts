import { mayForCouncil } from '../../councils/index.js';
import { MemberReads, MemberRolesService, MembersService } from '../../members/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit, type Permission } from '../../platform/kernel/index.js';
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
import { CouncilDesks, headOf } from './council-desks.service.js';
import { END, ROLE, ROLE_END } from './member-forms.js';
import { EndBody, MemberBody, RoleBody, RoleEndBody, type SeatedMember } from './member.page.js';
import { PersonsQueries } from './persons.queries.js';
import { personName } from '../councils/person-name.js';

const GIVE = 'member.give-role';
const END_SEAT = 'member.end';

/** One member of a council: roles are given and ended, and the membership ended. */
@Pages()
export class MemberController {
  constructor(
    private readonly desks: CouncilDesks,
    private readonly reads: MemberReads,
    private readonly members: MembersService,
    private readonly roles: MemberRolesService,
    private readonly persons: PersonsQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The seat, its roles, and persons of the same name. */
  @OwnPage('desk/members/:id', 'member.appoint')
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const seated = await this.#seated(ctx, id, 'member.appoint');
    const same = await this.reads.namesakes(id);
    const namesakes = same.length === 0 ? [] : await this.persons.inSeats(same);
    const head = headOf(ctx, personName(seated.member.person), seated.council);
    return page(ctx, head, MemberBody({ ctx, ...seated, namesakes }));
  }

  /** The form of the end of a membership. */
  @OwnPage('desk/members/:id/end', END_SEAT)
  endForm(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#end(ctx, id, emptyForm(ctx, END, { on: ctx.today }));
  }

  /** Records the end, whatever it does to the composition. */
  @FormPost('desk/members/:id/end', END_SEAT)
  end(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: END, body },
      async () => {
        const { council } = await this.#seated(ctx, id, END_SEAT);
        await this.members.end(id, END.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/councils/${council.id}`));
      },
      (filled) => this.#end(ctx, id, filled),
    );
  }

  /** The form of a role. */
  @OwnPage('desk/members/:id/role', GIVE)
  async roleForm(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const { member } = await this.#seated(ctx, id, GIVE);
    const since = member.sinceOn > ctx.today ? member.sinceOn : ctx.today;
    return this.#role(ctx, id, emptyForm(ctx, ROLE, { since }));
  }

  /** Gives the role; a civil servant as chair is refused (C10). */
  @FormPost('desk/members/:id/role', GIVE)
  give(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: ROLE, body },
      async () => {
        const wanted = ROLE.read(body);
        await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.roles.give(id, wanted, ctx.by) }),
          (given) => this.reads.role(given),
        );
        return seeOther(ctx.url(`/desk/members/${id}`));
      },
      (filled) => this.#role(ctx, id, filled),
    );
  }

  /** The form of the end of a role. */
  @OwnPage('desk/member-roles/:id', GIVE)
  roleEndForm(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#roleEnd(ctx, id, emptyForm(ctx, ROLE_END, { on: ctx.today }));
  }

  /** Ends the role. */
  @FormPost('desk/member-roles/:id', GIVE)
  endRole(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: ROLE_END, body },
      async () => {
        const { memberId } = await this.reads.role(id);
        await this.roles.end(id, ROLE_END.read(body).on, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/members/${memberId}`));
      },
      (filled) => this.#roleEnd(ctx, id, filled),
    );
  }

  /** A member of a council for which the caller may do this. Throws `not-found` and `not-allowed`. */
  async #seated(ctx: PageContext, id: string, permission: Permission): Promise<SeatedMember> {
    const member = await this.reads.one(id);
    permit(mayForCouncil(ctx.by, permission, { id: member.councilId, bodyId: member.bodyId }));
    return { member, council: await this.desks.council(member.councilId, ctx.by, permission) };
  }

  async #end(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const seated = await this.#seated(ctx, id, END_SEAT);
    const decisions = await this.persons.decisions(seated.council.id);
    const head = headOf(ctx, ctx.t('portal.councilsDesk.end.title'), seated.council);
    return page(ctx, head, EndBody({ ctx, ...seated, filled, decisions }), filled.status);
  }

  async #role(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const seated = await this.#seated(ctx, id, GIVE);
    const head = headOf(ctx, ctx.t('portal.councilsDesk.role.title'), seated.council);
    return page(ctx, head, RoleBody({ ctx, ...seated, filled }), filled.status);
  }

  async #roleEnd(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const role = await this.reads.role(id);
    const seated = await this.#seated(ctx, role.memberId, GIVE);
    const head = headOf(ctx, ctx.t('portal.councilsDesk.roleEnd.title'), seated.council);
    return page(ctx, head, RoleEndBody({ ctx, ...seated, filled, role }), filled.status);
  }
}
