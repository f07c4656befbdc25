import type { JSX } from 'preact';
import type { NoticeStandingResponse, OpinionResponse } from '../../opinions/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { Tag } from '../components/index.js';
import { RuleNote } from '../councils/rule-note.js';
import { Name, type Names, type PageContext } from '../frame/index.js';
import { OpinionSource, OpinionView } from './opinion-view.js';

/** What the opinions on one draft are shown with. */
export interface OpinionsPartProps {
  readonly ctx: PageContext;
  /** In the order of their entry. */
  readonly opinions: readonly OpinionResponse[];
  readonly notices: readonly NoticeStandingResponse[];
  readonly names: Names;
  readonly rules: RuleSet;
  /** The report is published: the opinions are its annex. */
  readonly annexed: boolean;
  /** The text was taken back. */
  readonly withdrawn: boolean;
}

/** Where each notified council stands, the opinions with their answers; after the report, its annex (K4). */
export function OpinionsPart(props: OpinionsPartProps): JSX.Element {
  const { ctx, opinions, notices, annexed } = props;
  return (
    <section aria-labelledby="opinions">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="opinions">
        {ctx.t(annexed ? 'portal.opinions.annex' : 'portal.opinions.block')}
      </h2>
      {notices.length === 0 && <p class="govuk-body">{ctx.t('portal.opinions.noNotice')}</p>}
      {notices
        .filter(({ standing }) => standing !== 'given')
        .map((notice) => (
          <Standing {...props} notice={notice} />
        ))}
      {opinions.map((opinion) => (
        <OneOpinion {...props} opinion={opinion} />
      ))}
    </section>
  );
}

/** A council that has given no opinion in time: awaited, silent (K2), or not asked any more. */
function Standing({ ctx, names, rules, notice }: OpinionsPartProps & Noticed): JSX.Element {
  const { councilId, notifiedOn, dueOn, standing, termRule } = notice;
  const isSilent = standing === 'silent';
  return (
    <div>
      <h3 class="govuk-heading-m">
        <Name ctx={ctx} names={names} id={councilId} />
      </h3>
      <p class="govuk-body">
        <Tag colour={isSilent ? 'green' : standing === 'awaited' ? 'blue' : 'grey'}>{standingText(ctx, notice)}</Tag>
      </p>
      {isSilent && (
        <p class="govuk-body">
          {ctx.t('portal.opinions.silentText', {
            notified: ctx.format.date(notifiedOn),
            due: ctx.format.date(dueOn),
          })}
        </p>
      )}
      <RuleNote ctx={ctx} rule={rules.find(isSilent ? 'K2' : termRule)} />
    </div>
  );
}

function OneOpinion(props: OpinionsPartProps & { readonly opinion: OpinionResponse }): JSX.Element {
  const { ctx, opinion, names, rules, withdrawn } = props;
  return (
    <div id={`opinion-${opinion.id}`}>
      <h3 class="govuk-heading-m">
        <a class="govuk-link" href={ctx.url(`/opinions/${opinion.id}`)}>
          <OpinionSource ctx={ctx} opinion={opinion} names={names} />
        </a>
      </h3>
      <OpinionView ctx={ctx} opinion={opinion} rules={rules} withdrawn={withdrawn} level={4} />
    </div>
  );
}

interface Noticed {
  readonly notice: NoticeStandingResponse;
}

/** Where a council stands, in words. */
export function standingText(ctx: PageContext, { standing, dueOn, provisional }: NoticeStandingResponse): string {
  if (standing === 'silent') return ctx.t('portal.opinions.silent');
  if (standing === 'not_needed') return ctx.t('portal.opinions.notNeeded');
  const key = provisional ? 'awaitedProvisional' : 'awaited';
  return ctx.t(`portal.opinions.${key}`, { date: ctx.format.date(dueOn) });
}
