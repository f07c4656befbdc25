import type { JSX } from 'preact';
import type { BodiesQueries } from '../../bodies/index.js';
import type { ConsultationHead } from '../../consultations/index.js';
import type { CouncilRead } from '../../councils/index.js';
import type { MeetingSummaryResponse } from '../../meetings/index.js';
import type { OpinionCounts, OpinionResponse } from '../../opinions/index.js';
import { localDateOf } from '../../platform/kernel/index.js';
import type { RecommendationResponse, Timeliness } from '../../recommendations/index.js';
import { Details, SummaryList } from '../components/index.js';
import { Localized, LocalizedParagraph, Name, type Names, type PageContext } from '../frame/index.js';
import { MeetingList } from '../meetings/meeting-list.js';
import { OpinionCountsView } from '../opinions/counts-view.js';
import { OpinionList } from '../opinions/opinion-list.js';
import { RecommendationList } from '../recommendations/recommendation-list.js';
import { TimelinessView } from '../recommendations/timeliness-view.js';
import { CompositionView, IncompleteAlarm, isIncomplete, type CompositionProps } from './composition-view.js';
import { StateTag } from './state-tag.js';

/** What the page of a council shows. */
export interface CouncilProps {
  readonly ctx: PageContext;
  readonly council: CouncilRead;
  readonly territory: Awaited<ReturnType<BodiesQueries['territory']>>;
  readonly composition: Omit<CompositionProps, 'ctx' | 'councilId'>;
  /** The latest first. */
  readonly meetings: readonly MeetingSummaryResponse[];
  /** What it recommended, the latest first. */
  readonly asked: readonly RecommendationResponse[];
  readonly timeliness: Timeliness;
  /** The latest opinions on drafts, how they came, and the titles of the drafts. */
  readonly opinions: {
    readonly items: readonly OpinionResponse[];
    readonly counts: OpinionCounts;
    readonly drafts: ReadonlyMap<string, ConsultationHead>;
  };
  readonly names: Names;
}

/** A council: what it is, who sits in it, when it meets, what it asked and what came of that. */
export function CouncilBody(props: CouncilProps): JSX.Element {
  const { ctx, council } = props;
  const { composition } = props.composition;
  return (
    <>
      <h1 class="govuk-heading-xl">
        <Localized ctx={ctx} text={council.name} note />
      </h1>
      <p class="govuk-body">
        <StateTag ctx={ctx} of="councils" state={council.state} />
      </p>
      {council.state === 'active' && isIncomplete(composition) && (
        <IncompleteAlarm ctx={ctx} composition={composition} />
      )}
      <Contents ctx={ctx} />
      <Facts {...props} />
      <Meetings {...props} />
      <Recommendations {...props} />
      <Opinions {...props} />
      <CompositionView ctx={ctx} councilId={council.id} {...props.composition} />
      {council.regulation && (
        <Details summary={ctx.t('portal.councils.regulation')}>
          <LocalizedParagraph ctx={ctx} text={council.regulation} />
        </Details>
      )}
    </>
  );
}

function Contents({ ctx }: Pick<CouncilProps, 'ctx'>): JSX.Element {
  return (
    <nav class="kenes-contents" aria-label={ctx.t('portal.councils.contents')}>
      <ul class="govuk-list">
        {['meetings', 'recommendations', 'opinions', 'composition'].map((part) => (
          <li>
            <a class="govuk-link" href={`#${part}`}>
              {ctx.t(`portal.councils.part.${part}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Facts({ ctx, council, territory, names }: CouncilProps): JSX.Element {
  const { level, kind, bodyId, foundedOn, dissolvedOn, website, sectors, convocations } = council;
  const convocation = convocations.findLast(({ fromOn }) => fromOn <= ctx.today) ?? convocations.at(-1);
  return (
    <SummaryList
      rows={[
        {
          key: ctx.t('portal.councils.body'),
          value: (
            <a class="govuk-link" href={ctx.url(`/bodies/${bodyId}`)}>
              <Name ctx={ctx} names={names} id={bodyId} />
            </a>
          ),
        },
        { key: ctx.t('portal.councils.territory'), value: <Localized ctx={ctx} text={territory.name} /> },
        {
          key: ctx.t('portal.councils.kindLabel'),
          value: `${ctx.t(`portal.councils.level.${level}`)}; ${ctx.t(`portal.councils.kind.${kind}`)}`,
        },
        { key: ctx.t('portal.councils.foundedOn'), value: ctx.format.date(foundedOn) },
        convocation && {
          key: ctx.t('portal.councils.convocation'),
          value: ctx.t('portal.councils.convocationText', {
            number: convocation.number,
            from: ctx.format.date(convocation.fromOn),
            until: ctx.format.date(convocation.untilOn),
          }),
        },
        dissolvedOn !== null && { key: ctx.t('portal.councils.dissolvedOn'), value: ctx.format.date(dissolvedOn) },
        sectors.length > 0 && {
          key: ctx.t('portal.councils.sectors'),
          value: ctx.format.list(sectors.map((sector) => ctx.text(sector))),
        },
        website !== null && {
          key: ctx.t('portal.councils.website'),
          value: (
            <a class="govuk-link" href={website}>
              {website}
            </a>
          ),
        },
      ]}
    />
  );
}

function Meetings({ ctx, council, meetings }: CouncilProps): JSX.Element {
  const isComing = ({ state, startsAt }: MeetingSummaryResponse): boolean =>
    state === 'open' || (state === 'announced' && localDateOf(startsAt) >= ctx.today);
  return (
    <section aria-labelledby="meetings">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="meetings">
        {ctx.t('portal.councils.part.meetings')}
      </h2>
      <h3 class="govuk-heading-m">{ctx.t('portal.meetings.coming')}</h3>
      <MeetingList
        ctx={ctx}
        level={4}
        meetings={meetings.filter(isComing).reverse()}
        empty={ctx.t('portal.meetings.noneComing')}
      />
      <h3 class="govuk-heading-m">{ctx.t('portal.meetings.past')}</h3>
      <MeetingList
        ctx={ctx}
        level={4}
        meetings={meetings.filter((meeting) => !isComing(meeting))}
        empty={ctx.t('portal.meetings.nonePast')}
      />
      {meetings.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/councils/${council.id}/meetings`)}>
            {ctx.t('portal.meetings.all')}
          </a>
        </p>
      )}
    </section>
  );
}

function Recommendations({ ctx, council, asked, timeliness, names }: CouncilProps): JSX.Element {
  const link = (path: string, key: string): JSX.Element => (
    <li>
      <a class="govuk-link" href={ctx.url(path, { council: council.id })}>
        {ctx.t(key)}
      </a>
    </li>
  );
  return (
    <section aria-labelledby="recommendations">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="recommendations">
        {ctx.t('portal.councils.part.recommendations')}
      </h2>
      <TimelinessView ctx={ctx} timeliness={timeliness} />
      <RecommendationList
        ctx={ctx}
        level={3}
        names={names}
        items={asked}
        without="council"
        empty={ctx.t('portal.councils.askedNothing')}
      />
      <ul class="govuk-list">
        {asked.length > 0 && link('/recommendations', 'portal.recommendations.allOfCouncil')}
        {link('/follow-ups', 'portal.councils.followUps')}
        {ctx.navigation.sections.some(({ path }) => path === '/assessments') &&
          link('/assessments', 'portal.councils.assessments')}
      </ul>
    </section>
  );
}

function Opinions({ ctx, council, opinions, names }: CouncilProps): JSX.Element {
  const { items, counts, drafts } = opinions;
  return (
    <section aria-labelledby="opinions">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="opinions">
        {ctx.t('portal.councils.part.opinions')}
      </h2>
      <OpinionCountsView ctx={ctx} counts={counts} />
      <OpinionList
        ctx={ctx}
        level={3}
        items={items}
        drafts={drafts}
        names={names}
        empty={ctx.t('portal.councils.noOpinions')}
        ofCouncil
      />
      {items.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/opinions', { council: council.id })}>
            {ctx.t('portal.opinions.ofCouncil')}
          </a>
        </p>
      )}
    </section>
  );
}
