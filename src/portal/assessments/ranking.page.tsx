import type { JSX } from 'preact';
import type { Placed, Round } from '../../assessments/index.js';
import { InsetText, Table } from '../components/index.js';
import { Localized, Name, type Names, type PageContext, Paging } from '../frame/index.js';
import { periodText, scoreText } from './numbers.js';

/** What the page of a ranking shows; without a round nothing is public yet. */
export interface RankingProps {
  readonly ctx: PageContext;
  readonly rounds: readonly Round[];
  readonly round: Round | undefined;
  readonly names: Names;
  readonly items: readonly Placed[];
  readonly next: string | null;
  readonly after?: string | undefined;
}

/** The results of one round, and the way to the other rounds. */
export function RankingBody(props: RankingProps): JSX.Element {
  const { ctx, round } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.nav.assessments')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.assessments.lead')}</p>
      {round ? <RoundOf {...props} round={round} /> : <p class="govuk-body">{ctx.t('portal.assessments.nothing')}</p>}
      <OtherRounds {...props} />
    </>
  );
}

function RoundOf(props: RankingProps & { readonly round: Round }): JSX.Element {
  const { ctx, round, next, after } = props;
  const { methodologyId, methodologyVersion, methodology, from, to } = round;
  return (
    <>
      <h2 class="govuk-heading-l">{periodText(ctx, round)}</h2>
      <p class="govuk-body">
        {ctx.t('portal.assessments.by')}{' '}
        <a class="govuk-link" href={ctx.url(`/methodologies/${methodologyId}`)}>
          <Localized ctx={ctx} text={methodology} />
          {`, ${ctx.t('portal.assessments.methodologyVersion', { number: methodologyVersion })}`}
        </a>
      </p>
      <RankingTable {...props} />
      <Paging ctx={ctx} path="/assessments" query={{ methodology: methodologyId, from, to, after }} next={next} />
      <InsetText>
        {ctx.t('portal.assessments.notCompared')} {ctx.t('portal.assessments.places')}{' '}
        {ctx.t('portal.assessments.rounding')}
      </InsetText>
    </>
  );
}

function RankingTable({ ctx, round, names, items }: RankingProps & { readonly round: Round }): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.assessments.${key}`);
  return (
    <div class="kenes-scroll" role="region" aria-labelledby="ranking" tabIndex={0}>
      <Table
        caption={<span id="ranking">{ctx.t('portal.assessments.ranking', { period: periodText(ctx, round) })}</span>}
        captionClass="govuk-table__caption--m"
        head={[
          { content: t('place'), format: 'numeric' },
          t('body'),
          { content: t('score'), format: 'numeric' },
          { content: t('coverage'), format: 'numeric' },
          t('council'),
        ]}
        rows={items.map((item) => [
          { content: item.place ?? t('noPlace'), format: 'numeric' },
          {
            content: (
              <a class="govuk-link" href={ctx.url(`/assessments/${item.id}`)}>
                <Name ctx={ctx} names={names} id={item.bodyId} />
              </a>
            ),
          },
          { content: scoreText(ctx, item.score), format: 'numeric' },
          { content: ctx.format.percent(Number(item.coverage)), format: 'numeric' },
          {
            content: (
              <a class="govuk-link" href={ctx.url(`/councils/${item.councilId}`)}>
                <Name ctx={ctx} names={names} id={item.councilId} />
              </a>
            ),
          },
        ])}
      />
    </div>
  );
}

function OtherRounds({ ctx, rounds, round }: RankingProps): JSX.Element | null {
  const others = rounds.filter((one) => one !== round);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="rounds">
      <h2 class="govuk-heading-m" id="rounds">
        {ctx.t('portal.assessments.others')}
      </h2>
      <ul class="govuk-list govuk-list--spaced">
        {others.map((one) => {
          const { methodologyId, methodologyVersion, methodology, from, to, bodies } = one;
          return (
            <li>
              <a class="govuk-link" href={ctx.url('/assessments', { methodology: methodologyId, from, to })}>
                {periodText(ctx, one)}: <Localized ctx={ctx} text={methodology} />
                {`, ${ctx.t('portal.assessments.methodologyVersion', { number: methodologyVersion })}`}
              </a>{' '}
              ({ctx.t('portal.assessments.bodies', { count: bodies })})
            </li>
          );
        })}
      </ul>
    </section>
  );
}
