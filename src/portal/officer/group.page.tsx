import type { ComponentChildren, JSX } from 'preact';
import { type CommentGroupDetailResponse, MergerRequest, SeparationRequest } from '../../comment-groups/index.js';
import type { CommentGroupResponse } from '../../comment-groups/index.js';
import { OUTCOMES, type OfferedProvision } from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { countsOf } from '../comment-groups/group-parts.js';
import type { ShownComment } from '../comments/comment-view.js';
import { Button, Checkboxes, InsetText, Radios, Select } from '../components/index.js';
import { Bilingual, Refusal, shortened } from '../desk/index.js';
import { type FilledForm, Form, FormOf, Localized, type PageContext, Paging } from '../frame/index.js';
import { AnswerProvisionField } from './answer-provision.js';

/** Comments that get a group of their own. */
export const SEPARATION = new FormOf(SeparationRequest, {
  lists: ['comments'],
  empty: { comments: 'portal.desk.groups.noneChosen' },
});

/** The group that takes in the comments of this one. */
export const MERGER = new FormOf(MergerRequest, { empty: { into: 'portal.desk.groups.intoEmpty' } });

/** What the pages of a group show its officer. */
export interface GroupWorkProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly group: CommentGroupDetailResponse;
  readonly version: number | undefined;
  readonly filled: FilledForm;
}

/** The same with where an answer can lead to. */
export interface GroupAnswerProps extends GroupWorkProps {
  readonly offered: readonly OfferedProvision[];
}

/** A page of the group's comments. */
export interface GroupCopies {
  readonly items: readonly ShownComment[];
  readonly after: string | undefined;
  readonly next: string | null;
}

const addressOf = ({ consultation, group }: GroupWorkProps, part = ''): string =>
  `/desk/consultations/${consultation.id}/groups/${group.id}${part}`;

/** What the group says, and the form of one answer for all its comments that wait. */
export function AnswerGroupBody(props: GroupAnswerProps & GroupCopies): JSX.Element {
  const { ctx, group, items, after, next } = props;
  return (
    <GroupWork {...props} title={ctx.t('portal.groups.one')}>
      {items.map(({ number, text, language }) => (
        <p class="govuk-body kenes-as-written">
          <strong>№ {ctx.format.number(number)}</strong>{' '}
          <span lang={language === ctx.lang ? undefined : language}>{text ?? ctx.t('portal.comments.withdrawn')}</span>
        </p>
      ))}
      <Paging ctx={ctx} path={addressOf(props)} query={{ after }} next={next} />
      {group.moves?.includes('answer') ? (
        <AnswerAll {...props} />
      ) : (
        <p class="govuk-body">{ctx.t('portal.desk.groups.nothingWaits')}</p>
      )}
      <ul class="govuk-list">
        {group.unanswered > 0 && (
          <li>
            <a
              class="govuk-link"
              href={ctx.url(`/desk/consultations/${props.consultation.id}/work-list`, { group: group.id })}
            >
              {ctx.t('portal.desk.groups.workList')}
            </a>
          </li>
        )}
        {(['revision', 'separation', 'merger'] as const)
          .filter((move) => group.moves?.includes(move))
          .map((move) => (
            <li>
              <a class="govuk-link" href={ctx.url(addressOf(props, `/${move}`))}>
                {ctx.t(`portal.desk.groups.${move}`)}
              </a>
            </li>
          ))}
      </ul>
    </GroupWork>
  );
}

function AnswerAll(props: GroupAnswerProps): JSX.Element {
  const { ctx, group, version, offered, filled } = props;
  const { unanswered } = group;
  return (
    <Form ctx={ctx} action={addressOf(props)} version={version} keeps={`answer group ${group.id}`}>
      <h2 class="govuk-heading-l">{ctx.t('portal.desk.groups.answerAll', { unanswered })}</h2>
      <Radios
        {...filled.choice('outcome')}
        fieldset={{ legend: ctx.t('portal.desk.answer.outcome'), legendClass: 'govuk-fieldset__legend--m' }}
        items={OUTCOMES.map((value) => ({ value, text: ctx.t(`portal.desk.reply.decisions.${value}`) }))}
      />
      <Bilingual filled={filled} name="reasons" label={ctx.t('portal.desk.answer.reasons')} rows={5} />
      <AnswerProvisionField filled={filled} offered={offered} />
      <InsetText>{ctx.t('portal.desk.groups.final')}</InsetText>
      <Button preventDoubleClick>{ctx.t('portal.desk.groups.button', { unanswered })}</Button>
    </Form>
  );
}

/** The form that splits comments off. */
export function SeparationBody(props: GroupWorkProps & GroupCopies): JSX.Element {
  const { ctx, version, filled, items, after, next } = props;
  const t = (key: string): string => ctx.t(`portal.desk.groups.${key}`);
  return (
    <GroupWork {...props} title={t('separation')}>
      <Form ctx={ctx} action={addressOf(props, '/separation')} version={version}>
        <Checkboxes
          {...filled.choices('comments')}
          class="govuk-checkboxes--small"
          fieldset={{ legend: t('which'), legendClass: 'govuk-fieldset__legend--m' }}
          items={items.map(({ id, number, text, language }) => ({
            value: id,
            text: (
              <span lang={language === ctx.lang ? undefined : language}>
                № {ctx.format.number(number)}: {shortened(text ?? ctx.t('portal.comments.withdrawn'), 300)}
              </span>
            ),
          }))}
        />
        <Bilingual filled={filled} name="reason" label={t('reason')} rows={3} />
        <InsetText>{t('lasting')}</InsetText>
        <Button preventDoubleClick>{t('split')}</Button>
      </Form>
      <Paging ctx={ctx} path={addressOf(props, '/separation')} query={{ after }} next={next} />
    </GroupWork>
  );
}

/** The form that merges the group into one of the largest others. */
export function MergerBody(props: GroupWorkProps & { readonly others: readonly CommentGroupResponse[] }): JSX.Element {
  const { ctx, version, filled, others } = props;
  const t = (key: string): string => ctx.t(`portal.desk.groups.${key}`);
  const named = others.map((group) => ({
    value: group.id,
    text: `${shortened(group.sample?.text ?? '–', 80)} (${countsOf(ctx, group)[0] ?? ''})`,
  }));
  return (
    <GroupWork {...props} title={t('merger')}>
      <Form ctx={ctx} action={addressOf(props, '/merger')} version={version}>
        <Select
          {...filled.field('into')}
          label={t('into')}
          hint={t('intoHint')}
          items={[{ value: '', text: t('choose') }, ...named]}
        />
        <Bilingual filled={filled} name="reason" label={t('reason')} rows={3} />
        <InsetText>{t('lasting')}</InsetText>
        <Button preventDoubleClick>{t('merge')}</Button>
      </Form>
    </GroupWork>
  );
}

function GroupWork(
  props: GroupWorkProps & { readonly title: string; readonly children: ComponentChildren },
): JSX.Element {
  const { ctx, consultation, group, filled, title, children } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body">{countsOf(ctx, group).join('; ')}</p>
        {children}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}/groups/${group.id}`)}>
            {ctx.t('portal.desk.groups.toPublic')}
          </a>
        </p>
      </div>
    </div>
  );
}
