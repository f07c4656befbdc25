import type { JSX } from 'preact';
import type { CouncilFacts } from '../../councils/index.js';
import type { MeetingResponse } from '../../meetings/index.js';
import type { MinutesResponse } from '../../minutes/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { InsetText, SummaryList } from '../components/index.js';
import { TermBreaches } from '../councils/rule-note.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';
import { meetingTitle } from './meeting-list.js';

/** The minutes as they are put on paper: in Kazakh or in Russian, never translated. */
export function MinutesBody({ ctx, meeting, council, minutes, rules }: MinutesProps): JSX.Element {
  const written = ctx.lang === 'ru' ? 'ru' : 'kk';
  const { text, reason, version, versions } = minutes;
  return (
    <>
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={council.name} />
      </span>
      <h1 class="govuk-heading-xl">
        {ctx.t('portal.meetings.minutes')}: {meetingTitle(ctx, meeting)}
      </h1>
      {minutes.supersededOn !== null && (
        <InsetText>
          {ctx.t('portal.meetings.superseded', { date: ctx.format.date(minutes.supersededOn) })}{' '}
          <a class="govuk-link" href={ctx.url(`/meetings/${meeting.id}/minutes`)}>
            {ctx.t('portal.meetings.toInForce')}
          </a>
        </InsetText>
      )}
      <Facts ctx={ctx} minutes={minutes} />
      {reason && (
        <>
          <h2 class="govuk-heading-m">{ctx.t('portal.meetings.reason')}</h2>
          <LocalizedParagraph ctx={ctx} text={reason} />
        </>
      )}
      <TermBreaches ctx={ctx} breaches={minutes.breaches} rules={rules} />
      {ctx.lang === 'en' && <p class="govuk-hint">{ctx.t('portal.meetings.minutesLanguages')}</p>}
      <article class="kenes-record" lang={written === ctx.lang ? undefined : written}>
        {text[written].map((paragraph) => (
          <p class="govuk-body kenes-as-written">{paragraph}</p>
        ))}
      </article>
      {versions.length > 1 && (
        <nav class="kenes-not-on-paper" aria-labelledby="editions">
          <h2 class="govuk-heading-m" id="editions">
            {ctx.t('portal.meetings.editions')}
          </h2>
          <ul class="govuk-list">
            {versions.map(({ version: one, publishedOn }) => (
              <li>
                <a
                  class="govuk-link"
                  href={ctx.url(`/meetings/${meeting.id}/minutes`, { version: one })}
                  aria-current={one === version ? 'page' : undefined}
                >
                  {ctx.t('portal.meetings.edition', {
                    number: one,
                    date: publishedOn === null ? '–' : ctx.format.date(publishedOn),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

interface MinutesProps {
  readonly ctx: PageContext;
  readonly meeting: MeetingResponse;
  readonly council: CouncilFacts;
  readonly minutes: MinutesResponse;
  readonly rules: RuleSet;
}

function Facts({ ctx, minutes }: Pick<MinutesProps, 'ctx' | 'minutes'>): JSX.Element {
  const { facts, signedOn, publishedOn, scan } = minutes;
  const date = (key: string, day: string | null) =>
    day !== null && { key: ctx.t(`portal.meetings.fact.${key}`), value: ctx.format.date(day) };
  return (
    <SummaryList
      rows={[
        date('signedOn', signedOn),
        facts.presiding !== null && { key: ctx.t('portal.meetings.fact.presiding'), value: facts.presiding.name },
        date('publishedOn', publishedOn),
        scan !== null && {
          key: ctx.t('portal.meetings.fact.scan'),
          value: (
            <a class="govuk-link" href={scan}>
              {scan}
            </a>
          ),
        },
      ]}
    />
  );
}
