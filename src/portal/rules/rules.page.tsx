import type { JSX } from 'preact';
import type { Power, Rule } from '../../rulebook/index.js';
import { InsetText, Table } from '../components/index.js';
import { Localized, type PageContext } from '../frame/index.js';
import { RuleView } from './rule-view.js';

/** What the page of the rulebook shows. */
export interface RulesProps {
  readonly ctx: PageContext;
  readonly rules: readonly Rule[];
  readonly powers: readonly Power[];
}

/** The groups of the page, and by which letters their rules begin. */
const GROUPS = [
  { name: 'council', letters: 'C' },
  { name: 'meeting', letters: 'MI' },
  { name: 'recommendation', letters: 'R' },
  { name: 'consultation', letters: 'KN' },
  { name: 'control', letters: 'HP' },
  { name: 'assessment', letters: 'AE' },
] as const;

/** The rulebook in words, group by group, and the powers that recommendations rest on. */
export function RulesBody({ ctx, rules, powers }: RulesProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.rules.${key}`);
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.nav.rules')}</h1>
      <p class="govuk-body-l">{t('lead')}</p>
      <Contents ctx={ctx} />
      <InsetText>
        <p class="govuk-body">{t('trustText')}</p>
        <p class="govuk-body">{t('tightening')}</p>
      </InsetText>
      {GROUPS.map(({ name, letters }) => (
        <section aria-labelledby={name}>
          <h2 class="govuk-heading-l" id={name}>
            {t(`group.${name}`)}
          </h2>
          <ul class="kenes-list">
            {rules
              .filter(({ id }) => letters.includes(id.charAt(0)))
              .map((rule) => (
                <RuleView ctx={ctx} rule={rule} />
              ))}
          </ul>
        </section>
      ))}
      <h2 class="govuk-heading-l" id="powers">
        {t('powers')}
      </h2>
      <p class="govuk-body">{t('powersText')}</p>
      {(['ministry_or_local', 'quasi_state'] as const).map((councils) => (
        <Powers ctx={ctx} councils={councils} powers={powers.filter((power) => power.councils === councils)} />
      ))}
    </>
  );
}

function Contents({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  return (
    <nav class="kenes-contents" aria-labelledby="contents">
      <h2 class="govuk-heading-s" id="contents">
        {ctx.t('portal.rules.contents')}
      </h2>
      <ul class="govuk-list">
        {GROUPS.map(({ name }) => (
          <li>
            <a class="govuk-link" href={`#${name}`}>
              {ctx.t(`portal.rules.group.${name}`)}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href="#powers">
            {ctx.t('portal.rules.powers')}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Powers({ ctx, councils, powers }: PowersProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.rules.${key}`);
  return (
    <div class="kenes-scroll" role="region" aria-labelledby={councils} tabIndex={0}>
      <Table
        caption={<span id={councils}>{t(`powersOf.${councils}`)}</span>}
        captionClass="govuk-table__caption--m"
        head={[t('number'), t('power'), t('basis'), t('reply')]}
        rows={powers.map(({ id, name, basis, replyRule, answeredAsOpinion }) => [
          id,
          { content: <Localized ctx={ctx} text={name} /> },
          { content: <Localized ctx={ctx} text={basis} /> },
          {
            content: replyRule ? (
              <a class="govuk-link" href={`#${replyRule}`}>
                {ctx.t('portal.assessments.ruleOf', { rule: replyRule })}
              </a>
            ) : (
              answeredAsOpinion && t('opinion')
            ),
          },
        ])}
      />
    </div>
  );
}

interface PowersProps {
  readonly ctx: PageContext;
  readonly councils: Power['councils'];
  readonly powers: readonly Power[];
}
