import { MinutesQueries, MinutesService, type MinutesResponse } from '../../minutes/index.js';
import { Id, Repetitions, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { Problem, type Actor } from '../../platform/kernel/index.js';
import { BUTTON, refused } from '../desk/index.js';
import {
  Ctx,
  Fields,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { MeetingScreens } from './meeting-screens.service.js';
import { CORRECTION, NOTES, SIGNATURE } from './minutes-forms.js';
import { MinutesBody, type MinutesProps } from './minutes.page.js';

const WRITE = 'minutes.write';

/** The minutes of a meeting are written here: the facts are filled in, the secretary adds notes. */
@Pages()
export class MinutesEditorController {
  constructor(
    private readonly screens: MeetingScreens,
    private readonly minutes: MinutesService,
    private readonly queries: MinutesQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The editor. */
  @OwnPage('desk/meetings/:id/minutes', WRITE)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Begins the draft, or changes the notes. */
  @FormPost('desk/meetings/:id/minutes', WRITE)
  draft(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: NOTES, body },
      async () => {
        const { notes } = NOTES.read(body);
        // The button that begins the draft has no fields: it takes nobody's notes away.
        const wanted = body.get('notes.kk') === undefined ? undefined : (notes ?? null);
        await this.minutes.draft(id, wanted, ctx.by, versionIn(body));
        return this.#back(ctx, id);
      },
      (notes) => this.#page(ctx, id, { notes }),
    );
  }

  /** Sends the draft to the members. */
  @FormPost('desk/meetings/:id/minutes/circulation', WRITE)
  circulate(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return this.#step(ctx, id, body, () => this.minutes.circulate(id, ctx.by, versionIn(body)));
  }

  /** Records the signature of the member who presided. */
  @FormPost('desk/meetings/:id/minutes/signature', WRITE)
  sign(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: SIGNATURE, body },
      async () => {
        await this.minutes.sign(id, SIGNATURE.read(body), ctx.by, versionIn(body));
        return this.#back(ctx, id);
      },
      (signature) => this.#page(ctx, id, { signature }),
    );
  }

  /** Publishes the signed edition. */
  @FormPost('desk/meetings/:id/minutes/publication', WRITE)
  publish(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return this.#step(ctx, id, body, () => this.minutes.publish(id, ctx.by, versionIn(body)));
  }

  /** Begins the next edition of published minutes. */
  @FormPost('desk/meetings/:id/minutes/corrections', WRITE)
  correct(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CORRECTION, body },
      async () => {
        const wanted = CORRECTION.read(body);
        await this.repetitions.once(
          ctx.request,
          () => this.minutes.correct(id, wanted, ctx.by),
          (made) => this.queries.one(made, ctx.by),
        );
        return this.#back(ctx, id);
      },
      (correction) => this.#page(ctx, id, { correction }),
    );
  }

  #step(ctx: PageContext, id: string, body: FormBody, act: () => Promise<void>): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await act();
        return this.#back(ctx, id);
      },
      (move) => this.#page(ctx, id, { move }),
    );
  }

  #back(ctx: PageContext, id: string): HtmlText {
    return seeOther(ctx.url(`/desk/meetings/${id}/minutes`));
  }

  async #page(ctx: PageContext, id: string, forms: MinutesProps['forms'] = {}): Promise<HtmlText> {
    const held = await this.screens.meeting(id, ctx.by);
    const minutes = await this.#begun(id, ctx.by);
    const title = ctx.t('portal.desk.minutes.title', { number: held.meeting.number });
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const version = minutes && versionOf(minutes);
    const body = MinutesBody({ ctx, held, minutes, version, forms });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, refused(forms)?.status);
  }

  async #begun(id: string, by: Actor): Promise<MinutesResponse | undefined> {
    try {
      return await this.queries.ofMeeting(id, by);
    } catch (error) {
      if (error instanceof Problem && error.kind === 'not-found') return undefined;
      throw error;
    }
  }
}
