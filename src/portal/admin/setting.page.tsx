import type { JSX } from 'preact';
import type { JournalEntryResponse } from '../../platform/journal/index.js';
import { isRuleValue, type Rule, type RuleValue, type Setting } from '../../rulebook/index.js';
import { Button, Input, InsetText, SummaryList, Table, Tag } from '../components/index.js';
import { Bilingual, Refusal } from '../desk/index.js';
import { type FilledForm, Form, Localized, Name, type Names, type PageContext } from '../frame/index.js';
import { valueInWords } from '../rules/rule-view.js';
import { Column, Done, LinkLine } from './parts.js';
import { settingCompared, STEP_FIELD } from './setting-form.js';
import { TrustTag } from './settings.page.js';
import { ValueFields } from './value-fields.js';

/** A council that tightened the rule by a decision of its own. */
export interface CouncilValue {
  readonly councilId: string;
  readonly value: RuleValue;
}

/** All that is known of a rule and its values. */
export interface KnownRule {
  readonly rule: Rule;
  readonly version: number;
  /** By their first day, the latest first; those of days to come too. */
  readonly settings: readonly (Setting & { readonly setAt: Date })[];
  readonly acts: readonly JournalEntryResponse[];
  readonly councils: readonly CouncilValue[];
  readonly names: Names;
}

interface SettingProps {
  readonly ctx: PageContext;
  readonly known: KnownRule;
  readonly filled: FilledForm;
  readonly done: string | undefined;
}

/** A rule, its values so far, and, where it is a setting, the form of another one. */
export function SettingBody(props: SettingProps): JSX.Element {
  const { ctx, known, filled, done } = props;
  const { rule } = known;
  const isSetting = rule.trust === 'setting';
  return (
    <Column>
      <Refusal filled={filled} compared={settingCompared(filled, storedOf(known))} />
      <Done ctx={ctx} what={done} />
      <span class="govuk-caption-xl">{ctx.t('portal.assessments.ruleOf', { rule: rule.id })}</span>
      <h1 class="govuk-heading-l">
        <Localized ctx={ctx} text={rule.name} />
      </h1>
      <Facts ctx={ctx} rule={rule} />
      {!isSetting && <InsetText>{ctx.t('portal.admin.setting.isLaw')}</InsetText>}
      {known.councils.length > 0 && <Councils ctx={ctx} known={known} />}
      {known.settings.length > 0 && <Values ctx={ctx} known={known} />}
      {isSetting && <SettingForm {...props} />}
      <Acts ctx={ctx} known={known} />
    </Column>
  );
}

/** What was set last, whatever its first day; else the rule as it is. */
function storedOf({ rule, settings }: KnownRule) {
  const [last = rule] = [...settings].sort((one, other) => other.setAt.getTime() - one.setAt.getTime());
  return last;
}

function Facts({ ctx, rule }: { readonly ctx: PageContext; readonly rule: Rule }): JSX.Element {
  const { value, basis, since, effect, stricter } = rule;
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.admin.setting.now'), value: <strong>{valueInWords(ctx, value)}</strong> },
        { key: ctx.t('portal.admin.setting.trust'), value: <TrustTag ctx={ctx} rule={rule} /> },
        { key: ctx.t('portal.admin.setting.basis'), value: <Localized ctx={ctx} text={basis} /> },
        since !== null && { key: ctx.t('portal.admin.setting.since'), value: ctx.format.date(since) },
        { key: ctx.t('portal.admin.setting.effect'), value: ctx.t(`portal.rules.effect.${effect}`) },
        {
          key: ctx.t('portal.admin.setting.councils'),
          value: ctx.t(stricter === null ? 'portal.admin.setting.noStricter' : `portal.rules.stricter.${stricter}`),
        },
      ]}
    />
  );
}

interface KnownProps {
  readonly ctx: PageContext;
  readonly known: KnownRule;
}

function Councils({ ctx, known }: KnownProps): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{ctx.t('portal.admin.setting.councilValues')}</h2>
      <p class="govuk-body">{ctx.t('portal.admin.setting.councilText')}</p>
      <SummaryList
        rows={known.councils.map(({ councilId, value }) => ({
          key: <Name ctx={ctx} names={known.names} id={councilId} />,
          value: valueInWords(ctx, value),
        }))}
      />
    </>
  );
}

/** The values by their first days. */
function Values({ ctx, known }: KnownProps): JSX.Element {
  const t = (name: string): string => ctx.t(`portal.admin.setting.${name}`);
  const current = known.settings.find(({ since }) => since <= ctx.today);
  const stateOf = (setting: Setting): JSX.Element => {
    if (setting.since > ctx.today) return <Tag colour="blue">{t('coming')}</Tag>;
    return setting === current ? <Tag colour="green">{t('inForce')}</Tag> : <Tag colour="grey">{t('earlier')}</Tag>;
  };
  return (
    <div class="kenes-scroll" role="region" aria-labelledby="values" tabIndex={0}>
      <Table
        caption={<span id="values">{t('values')}</span>}
        captionClass="govuk-table__caption--m"
        head={[t('since'), t('amount'), t('basis'), t('state')]}
        rows={known.settings.map((setting) => [
          ctx.format.date(setting.since),
          valueInWords(ctx, setting.value),
          { content: <Localized ctx={ctx} text={setting.basis} /> },
          { content: stateOf(setting) },
        ])}
      />
    </div>
  );
}

function SettingForm({ ctx, known, filled }: SettingProps): JSX.Element {
  const { rule, version } = known;
  const t = (name: string): string => ctx.t(`portal.admin.setting.${name}`);
  return (
    <section aria-labelledby="set">
      <h2 class="govuk-heading-m" id="set">
        {t('title')}
      </h2>
      <p class="govuk-body">{t('text')}</p>
      <Form ctx={ctx} action={`/desk/rules/${rule.id}`} version={version}>
        <ValueFields filled={filled} value={rule.value} />
        <Bilingual english="required" filled={filled} name="basis" label={t('basis')} hint={t('basisHint')} rows={2} />
        <Input
          {...filled.field('since')}
          type="date"
          class="govuk-input--width-10"
          label={t('since')}
          hint={t('sinceHint')}
        />
        <Button name={STEP_FIELD} value="check">
          {t('check')}
        </Button>
      </Form>
    </section>
  );
}

/** What the journal says of the rule, the last act first. */
function Acts({ ctx, known }: KnownProps): JSX.Element | null {
  const { rule, acts } = known;
  if (acts.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ctx.t('portal.timeline.title')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {acts.map(({ at, data }) => {
          const { from, to } = data;
          return (
            <li>
              {ctx.format.instant(at)}: {isRuleValue(from) && valueInWords(ctx, from)} →{' '}
              {isRuleValue(to) && valueInWords(ctx, to)}
            </li>
          );
        })}
      </ul>
      <LinkLine href={ctx.url('/timeline', { subject: `rule:${rule.id}` })}>{ctx.t('portal.timeline.same')}</LinkLine>
    </>
  );
}
