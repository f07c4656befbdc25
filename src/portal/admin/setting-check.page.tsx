import type { JSX } from 'preact';
import type { FormBody } from '../../platform/http/index.js';
import { compareStrictness, isStricter, withValue, type RuleRequest } from '../../rulebook/index.js';
import { Button, InsetText, SummaryList } from '../components/index.js';
import { Form, Localized, Name, type PageContext } from '../frame/index.js';
import { valueInWords } from '../rules/rule-view.js';
import { Column } from './parts.js';
import { STEP_FIELD } from './setting-form.js';
import type { KnownRule } from './setting.page.js';

interface CheckProps {
  readonly ctx: PageContext;
  readonly known: KnownRule;
  readonly wanted: RuleRequest;
  /** What was sent: it is sent again with the button. */
  readonly body: FormBody;
  readonly version: number | undefined;
}

/** A new value beside the one in force, what it means for councils, and the button that sets it. */
export function SettingCheckBody({ ctx, known, wanted, body, version }: CheckProps): JSX.Element {
  const { rule, councils, names } = known;
  const { value, basis, since } = wanted;
  const t = (name: string): string => ctx.t(`portal.admin.setting.${name}`);
  const next = withValue(rule, value);
  const givingWay = councils.filter((own) => !isStricter(next, own.value));
  return (
    <Column>
      <span class="govuk-caption-xl">{ctx.t('portal.assessments.ruleOf', { rule: rule.id })}</span>
      <h1 class="govuk-heading-l">{t('checkTitle')}</h1>
      <p class="govuk-body">
        <Localized ctx={ctx} text={rule.name} />
      </p>
      <SummaryList
        rows={[
          { key: t('now'), value: valueInWords(ctx, rule.value) },
          { key: t('value'), value: <strong>{valueInWords(ctx, value)}</strong> },
          { key: t('since'), value: ctx.format.date(since) },
          { key: t('basis'), value: <Localized ctx={ctx} text={basis} />, valueClass: 'kenes-as-written' },
        ]}
      />
      <InsetText>
        <p class="govuk-body">{t(`strictness.${compareStrictness(rule, value)}`)}</p>
        {givingWay.length > 0 && (
          <>
            <p class="govuk-body">{t('givesWay')}</p>
            <ul class="govuk-list govuk-list--bullet">
              {givingWay.map((own) => (
                <li>
                  <Name ctx={ctx} names={names} id={own.councilId} />: {valueInWords(ctx, own.value)}
                </li>
              ))}
            </ul>
          </>
        )}
        {since < ctx.today && <p class="govuk-body">{t('past')}</p>}
      </InsetText>
      <Form ctx={ctx} action={`/desk/rules/${rule.id}`} version={version}>
        {body.said.map(([name, text]) => (
          <input type="hidden" name={name} value={text} />
        ))}
        <div class="govuk-button-group">
          <Button name={STEP_FIELD} value="set" preventDoubleClick>
            {t('button')}
          </Button>
          <Button name={STEP_FIELD} value="change" variant="secondary">
            {ctx.t('portal.desk.change')}
          </Button>
        </div>
      </Form>
    </Column>
  );
}
