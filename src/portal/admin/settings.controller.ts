import { Param } from '@nestjs/common';
import { CouncilRules } from '../../councils/index.js';
import type { FormBody, HtmlText } from '../../platform/http/index.js';
import { JournalQueries } from '../../platform/journal/index.js';
import { notFound } from '../../platform/kernel/index.js';
import { Rulebook } from '../../rulebook/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
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
import { doneIn, headOf } from './admin-heads.js';
import { SettingCheckBody } from './setting-check.page.js';
import { SETTING, settingValues, STEP_FIELD } from './setting-form.js';
import { SettingBody, type KnownRule } from './setting.page.js';
import { SettingsBody } from './settings.page.js';

const SET = 'rule.set';
const MOST_ACTS = 20;

/** The settings of the rulebook: values that no text of the law gives. */
@Pages()
export class SettingsController {
  constructor(
    private readonly rulebook: Rulebook,
    private readonly councilRules: CouncilRules,
    private readonly journal: JournalQueries,
    private readonly names: NamesQueries,
  ) {}

  /** The settings with their values of today. */
  @OwnPage('desk/rules', SET)
  async list(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const { all } = await this.rulebook.on(ctx.today);
    const rules = all.filter(({ trust }) => trust === 'setting');
    return page(ctx, headOf(ctx, ctx.t('portal.admin.settings.title')), SettingsBody({ ctx, rules }));
  }

  /** One rule with its values; a form only where it is a setting. */
  @OwnPage('desk/rules/:id', SET)
  async show(@Ctx() ctx: PageContext, @Param('id') id: string): Promise<HtmlText> {
    const known = await this.#known(ctx, id);
    return this.#shown(ctx, known, emptyForm(ctx, SETTING, settingValues(known.rule.value, ctx.today)));
  }

  /** Shows the new value beside the old one, then sets it. */
  @FormPost('desk/rules/:id', SET)
  async set(@Ctx() ctx: PageContext, @Param('id') id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const known = await this.#known(ctx, id);
    return formAnswer(
      { ctx, form: SETTING, body },
      async () => {
        const wanted = SETTING.read(body);
        const step = body.get(STEP_FIELD);
        if (step === 'change') return this.#shown(ctx, known, emptyForm(ctx, SETTING, Object.fromEntries(body.said)));
        if (step === 'check' && known.rule.trust === 'setting') {
          const version = versionIn(body);
          return page(ctx, this.#head(ctx, known), SettingCheckBody({ ctx, known, wanted, body, version }));
        }
        await this.rulebook.set(id, wanted, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/rules/${id}`, { done: 'setting' }));
      },
      async (filled) => this.#shown(ctx, await this.#known(ctx, id), filled),
    );
  }

  #shown(ctx: PageContext, known: KnownRule, filled: FilledForm): HtmlText {
    const done = filled.problem ? undefined : doneIn(ctx, 'setting');
    return page(ctx, this.#head(ctx, known), SettingBody({ ctx, known, filled, done }), filled.status);
  }

  #head(ctx: PageContext, { rule }: KnownRule) {
    return headOf(ctx, ctx.t('portal.assessments.ruleOf', { rule: rule.id }), 'settings');
  }

  async #known(ctx: PageContext, id: string): Promise<KnownRule> {
    const rule = (await this.rulebook.on(ctx.today)).find(id);
    if (!rule) throw notFound();
    const [version, settings, { items: acts }, own] = await Promise.all([
      this.rulebook.versionOf(id),
      this.rulebook.settingsOf(id),
      this.journal.latest(MOST_ACTS, undefined, `rule:${id}`),
      this.councilRules.own(ctx.today),
    ]);
    const councils = own.filter(({ ruleId }) => ruleId === id);
    const names = await this.names.of(...councils.map(({ councilId }) => councilId));
    return { rule, version, settings, acts, councils, names };
  }
}
