import type { JSX } from 'preact';
import { scoreText } from '../assessments/numbers.js';
import { SummaryList, Tag } from '../components/index.js';
import { refused, Refusal } from '../desk/index.js';
import { Localized, LocalizedParagraph, Name, type PageContext } from '../frame/index.js';
import { STATE_COLOURS } from './desk.part.js';
import { IndicatorsPart } from './indicators.part.js';
import { MeasuresPart } from './measures.part.js';
import { CorrectionPart, NextPart } from './moves.part.js';
import { Subject } from './parts.js';
import { MixText } from './review.part.js';
import { isComing, type WorkProps } from './work.js';

/** An assessment as those who work on it see it: where it stands, what is next, what is known of each indicator. */
export function WorkBody(props: WorkProps): JSX.Element {
  const { ctx, screen, forms } = props;
  const { work, names } = screen;
  return (
    <>
      <Refusal filled={refused(forms)} />
      <Subject ctx={ctx} names={names} record={work.record} />
      <h1 class="govuk-heading-xl">{ctx.t('portal.assessments.one')}</h1>
      <Facts {...props} />
      <NextPart {...props} />
      <IndicatorsPart {...props} />
      <Assessors {...props} />
      <Reply {...props} />
      <MeasuresPart {...props} />
      <CorrectionPart {...props} />
    </>
  );
}

function Facts({ ctx, screen }: WorkProps): JSX.Element {
  const { work, names } = screen;
  const { record, methodology } = work;
  const { state, version, correction, councilId, score, coverage, adoptedOn } = record;
  const t = (key: string): string => ctx.t(`portal.assessments.${key}`);
  return (
    <SummaryList
      rows={[
        {
          key: ctx.t('portal.desk.work.state'),
          value: <Tag colour={STATE_COLOURS[state]}>{ctx.t(`state.assessment.${state}`)}</Tag>,
        },
        {
          key: t('methodology'),
          value: (
            <a class="govuk-link" href={ctx.url(`/methodologies/${methodology.id}`)}>
              <Localized ctx={ctx} text={methodology.name} />
              {`, ${ctx.t('portal.assessments.methodologyVersion', { number: methodology.edition })}`}
            </a>
          ),
        },
        { key: t('council'), value: <Name ctx={ctx} names={names} id={councilId} /> },
        correction !== null && {
          key: ctx.t('portal.assessing.correction.version', { number: version }),
          value: <LocalizedParagraph ctx={ctx} text={correction} />,
        },
        { key: ctx.t(`portal.assessing.${adoptedOn ? 'score' : 'scoreSoFar'}`), value: scoreText(ctx, score) },
        { key: t('coverage'), value: ctx.format.percent(Number(coverage)) },
        ...daysOf(ctx, screen),
        screen.edition && {
          key: ctx.t('portal.assessing.public'),
          value: (
            <a class="govuk-link" href={ctx.url(`/assessments/${record.id}`)}>
              {ctx.t('portal.assessing.publicVersion', { number: screen.edition.number })}
            </a>
          ),
        },
      ]}
    />
  );
}

function daysOf(ctx: PageContext, screen: WorkProps['screen']) {
  const { dueOn, adoptedOn, publishedAt } = screen.work.record;
  return [
    dueOn !== null && { key: ctx.t('portal.assessing.replyDue'), value: ctx.format.date(dueOn) },
    adoptedOn !== null && { key: ctx.t('portal.assessing.adoptedOn'), value: ctx.format.date(adoptedOn) },
    publishedAt !== null && {
      key: ctx.t(isComing(screen) ? 'portal.assessing.comesAt' : 'portal.assessments.publishedOn'),
      value: ctx.format.instant(publishedAt),
    },
  ];
}

/** Who judges, with the computation of A3. */
function Assessors({ ctx, screen }: WorkProps): JSX.Element | null {
  const { assessors, work, mix } = screen;
  if (assessors.length === 0) return null;
  return (
    <section aria-labelledby="chosen">
      <h2 class="govuk-heading-l" id="chosen">
        {ctx.t('portal.assessments.assessors')}
      </h2>
      <MixText ctx={ctx} assessors={work.assessors} mix={mix} />
      <ul class="govuk-list govuk-list--bullet">
        {assessors.map(({ familyName, givenName, seat }) => (
          <li>
            {familyName} {givenName}, {ctx.t(`portal.assessments.seat.${seat}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reply({ ctx, screen }: WorkProps): JSX.Element | null {
  const { reply } = screen.work.record;
  if (!reply) return null;
  return (
    <section aria-labelledby="reply">
      <h2 class="govuk-heading-l" id="reply">
        {ctx.t('portal.assessments.reply')}
      </h2>
      <p class="govuk-body-s">
        {ctx.t('portal.assessments.repliedAt', { instant: ctx.format.instant(reply.repliedAt) })}
      </p>
      <LocalizedParagraph ctx={ctx} text={reply.text} />
    </section>
  );
}
