import type { JSX } from 'preact';
import type { ConsultationRead } from '../../consultations/index.js';
import type { NoticeStandingResponse, OpinionResponse } from '../../opinions/index.js';
import { Tag } from '../components/index.js';
import { List, Name, type Names, type PageContext } from '../frame/index.js';
import { OpinionSource, OpinionTags } from '../opinions/opinion-view.js';
import { standingText } from '../opinions/opinions-part.js';

/** What an officer sees of the opinions on one draft. */
export interface WorkOpinions {
  readonly opinions: readonly OpinionResponse[];
  readonly notices: readonly NoticeStandingResponse[];
  readonly names: Names;
}

interface OpinionsWorkProps extends WorkOpinions {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
}

/** Opinions to be answered with their last days, those answered, and what is still awaited. */
export function OpinionsWork(props: OpinionsWorkProps): JSX.Element | null {
  const { ctx, consultation, opinions, notices, names } = props;
  const { id, state, publishedOn } = consultation;
  if (publishedOn === null) return null;
  const t = (key: string): string => ctx.t(`portal.desk.opinionAnswer.${key}`);
  return (
    <section aria-labelledby="opinions">
      <h2 class="govuk-heading-l" id="opinions">
        {t('waiting')}
      </h2>
      {notices
        .filter(({ opinionId }) => opinionId === null)
        .map((notice) => (
          <p class="govuk-body">
            <Name ctx={ctx} names={names} id={notice.councilId} /> <Tag>{standingText(ctx, notice)}</Tag>
          </p>
        ))}
      <List
        level={3}
        empty={t('none')}
        items={opinions.map((opinion) => ({
          href: ctx.url(`${opinion.response === null ? '/desk' : ''}/opinions/${opinion.id}`),
          title: <OpinionSource ctx={ctx} opinion={opinion} names={names} />,
          facts: [
            <OpinionTags ctx={ctx} opinion={opinion} />,
            opinion.response === null &&
              opinion.dueOn !== null &&
              ctx.t('portal.opinions.owed', { date: ctx.format.date(opinion.dueOn) }),
          ],
        }))}
      />
      {state !== 'withdrawn' && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/consultations/${id}/organization-opinion`)}>
            {t('enter')}
          </a>
        </p>
      )}
    </section>
  );
}
