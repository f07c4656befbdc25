import type { JSX } from 'preact';
import { civilNeeded, mixOf, type Assessor } from '../../assessments/index.js';
import type { Rational } from '../../platform/kernel/index.js';
import { Button, Checkboxes } from '../components/index.js';
import { personName } from '../councils/person-name.js';
import { FilledForm, Form, type PageContext } from '../frame/index.js';
import type { MixRule } from './assessing-screens.service.js';
import { REVIEW } from './forms.js';
import type { WorkProps } from './work.js';

interface MixProps {
  readonly ctx: PageContext;
  readonly assessors: readonly Pick<Assessor, 'seat'>[];
  readonly mix: MixRule;
}

/** How many of the assessors are of civil society, and how many must be by A3. */
export function MixText({ ctx, assessors, mix: { share } }: MixProps): JSX.Element {
  const mix = mixOf(assessors);
  const needed = civilNeeded(mix.assessors, share);
  return (
    <p class="govuk-body">
      {ctx.t('portal.assessing.review.mix', {
        all: mix.assessors,
        civil: mix.civilSociety,
        share: shareText(share),
        needed,
      })}{' '}
      <a class="govuk-link" href={`${ctx.url('/rules')}#A3`}>
        {ctx.t('portal.assessments.ruleOf', { rule: 'A3' })}
      </a>
    </p>
  );
}

/** Numbers of assessors for which it is said how many must be of civil society. */
const EXAMPLES = [3, 5, 7, 9];

/** The choice of the assessors among the members of the council today. */
export function ReviewForm({ ctx, screen, forms }: WorkProps): JSX.Element {
  const { work, members, mix } = screen;
  const filled = forms.review ?? new FilledForm(ctx, REVIEW, { assessors: work.scope.assessors.join(',') });
  const t = (key: string, params?: Readonly<Record<string, string>>): string =>
    ctx.t(`portal.assessing.review.${key}`, params);
  const of = (all: number): string =>
    ctx.t('portal.assessing.review.example', { all, needed: civilNeeded(all, mix.share) });
  const examples = EXAMPLES.filter((all) => all <= members.length).map(of);
  return (
    <Form ctx={ctx} action={`/desk/assessments/${work.record.id}/review`} version={work.version}>
      <Checkboxes
        {...filled.choices('assessors')}
        class="govuk-checkboxes--small"
        fieldset={{ legend: t('legend'), legendClass: 'govuk-fieldset__legend--m' }}
        hint={
          <>
            {t('rule', { share: shareText(mix.share) })} {examples.length > 0 && `${ctx.format.list(examples)}.`}
          </>
        }
        items={members.map((member) => ({
          value: member.memberId,
          text: personName(member),
          hint: ctx.t(`portal.assessments.seat.${member.seat}`),
        }))}
      />
      <Button preventDoubleClick>{t('button')}</Button>
    </Form>
  );
}

function shareText(share: Rational): string {
  return share.toFraction();
}
