import { ConsultationsQueries, maySee } from '../../consultations/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, permit } from '../../platform/kernel/index.js';
import { SeenRequest, Subscriptions, SubscriptionsQueries } from '../../subscriptions/index.js';
import { Ctx, Fields, FormOf, FormPost, OwnPage, page, type PageContext, Pages, seeOther } from '../frame/index.js';
import { SubscriptionBody } from './subscription.page.js';

const SEEN = new FormOf(SeenRequest, { counts: ['upTo'] });

/** Following one discussion. */
@Pages()
export class SubscriptionController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly queries: SubscriptionsQueries,
    private readonly consultations: ConsultationsQueries,
  ) {}

  /** What following means, or that the reader does; a button for the one or the other. */
  @OwnPage('consultations/:id/subscription', 'consultation.follow')
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const [consultation, subscription] = await Promise.all([this.consultations.one(id), this.queries.find(id, ctx.by)]);
    permit(maySee(ANONYMOUS, consultation));
    const { title } = consultation;
    const breadcrumbs = [
      { text: ctx.t('portal.nav.consultations'), href: ctx.url('/consultations') },
      { text: ctx.text(title), href: ctx.url(`/consultations/${id}`) },
    ];
    const head = { title: ctx.t('portal.subscriptions.link'), unlisted: true, breadcrumbs };
    return page(ctx, head, SubscriptionBody({ ctx, id, title, subscription }));
  }

  /** Begins to follow. */
  @FormPost('consultations/:id/subscription', 'consultation.follow')
  async follow(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    await this.subscriptions.follow(id, ctx.by);
    return toList(ctx, 'followed');
  }

  /** Says that what is new is known. */
  @FormPost('consultations/:id/subscription/seen', 'consultation.follow')
  async see(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    await this.subscriptions.see(id, SEEN.read(body).upTo, ctx.by);
    return toList(ctx, 'seen');
  }

  /** Ends it. */
  @FormPost('consultations/:id/subscription/end', 'consultation.follow')
  async stop(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    await this.subscriptions.stop(id, ctx.by);
    return toList(ctx, 'unfollowed');
  }
}

function toList(ctx: PageContext, done: string): HtmlText {
  return seeOther(ctx.url('/account/subscriptions', { done }));
}
