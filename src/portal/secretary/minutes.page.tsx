import type { JSX } from 'preact';
import type { MinutesResponse } from '../../minutes/index.js';
import { Button, Input, SummaryList, Tag } from '../components/index.js';
import { Bilingual, bilingualCompared, bilingualValues, refused, Refusal, type Compared } from '../desk/index.js';
import { FilledForm, Form, LANGUAGE_NAMES, Localized, type PageContext } from '../frame/index.js';
import type { HeldMeeting } from './meeting-screens.service.js';
import { CORRECTION, NOTES, SIGNATURE } from './minutes-forms.js';

/** What the editor of minutes shows. */
export interface MinutesProps {
  readonly ctx: PageContext;
  readonly held: HeldMeeting;
  /** Undefined before they are begun. */
  readonly minutes: MinutesResponse | undefined;
  readonly version: number | undefined;
  readonly forms: Partial<Record<'notes' | 'move' | 'signature' | 'correction', FilledForm>>;
}

/** The minutes of a meeting, from the draft with the recorded facts to the publication. */
export function MinutesBody(props: MinutesProps): JSX.Element {
  const { ctx, held, minutes, forms } = props;
  return (
    <>
      <Refusal filled={refused(forms)} compared={comparedIn(props)} />
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={held.council.name} />
      </span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.desk.minutes.title', { number: held.meeting.number })}</h1>
      {minutes ? <State {...props} minutes={minutes} /> : <Beginning {...props} />}
      {minutes && <Steps {...props} minutes={minutes} />}
      {minutes && <Preview ctx={ctx} minutes={minutes} />}
    </>
  );
}

function comparedIn({ ctx, forms, minutes }: MinutesProps): Compared[] {
  const { notes: filled } = forms;
  if (!filled) return [];
  return bilingualCompared(filled, 'notes', ctx.t('portal.desk.minutes.notes'), minutes?.notes ?? null);
}

function Beginning({ ctx, held: { meeting } }: MinutesProps): JSX.Element {
  const isOver = meeting.state === 'closed' || meeting.state === 'inquorate';
  return (
    <>
      <p class="govuk-body">{ctx.t(isOver ? 'portal.desk.minutes.begin' : 'portal.desk.minutes.notOver')}</p>
      {isOver ? (
        <Form ctx={ctx} action={`/desk/meetings/${meeting.id}/minutes`}>
          <Button preventDoubleClick>{ctx.t('portal.desk.minutes.beginButton')}</Button>
        </Form>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/meetings/${meeting.id}`)}>
            {ctx.t('portal.desk.minutes.toMeeting')}
          </a>
        </p>
      )}
    </>
  );
}

interface BegunProps extends MinutesProps {
  readonly minutes: MinutesResponse;
}

function State({ ctx, minutes }: BegunProps): JSX.Element {
  const { state, version, circulatedOn, signedOn, publishedOn, breaches, facts } = minutes;
  const date = (key: string, on: string | null) => on !== null && { key: ctx.t(key), value: ctx.format.date(on) };
  return (
    <SummaryList
      rows={[
        {
          key: ctx.t('portal.desk.minutes.state'),
          value: (
            <>
              <Tag colour={state === 'published' ? 'green' : 'blue'}>
                {ctx.t(`portal.desk.minutes.states.${state}`)}
              </Tag>{' '}
              {ctx.t('portal.desk.minutes.edition', { version })}
            </>
          ),
        },
        facts.presiding !== null && { key: ctx.t('portal.desk.meeting.presiding'), value: facts.presiding.name },
        date('portal.desk.minutes.circulatedOn', circulatedOn),
        date('portal.desk.minutes.signedOn', signedOn),
        date('portal.desk.minutes.publishedOn', publishedOn),
        breaches.length > 0 && {
          key: ctx.t('portal.desk.minutes.late'),
          value: breaches.map(({ rule, required }) => (
            <div>{ctx.t('portal.desk.minutes.breach', { rule, date: ctx.format.date(required) })}</div>
          )),
        },
      ]}
    />
  );
}

/** What can be done with the edition now. */
function Steps(props: BegunProps): JSX.Element {
  const { ctx, minutes, version } = props;
  const { meetingId, moves = [] } = minutes;
  const button = (move: string, key: string): JSX.Element => (
    <Form ctx={ctx} action={`/desk/meetings/${meetingId}/minutes/${move}`} version={version}>
      <p class="govuk-body">{ctx.t(`portal.desk.minutes.${key}Text`)}</p>
      <Button preventDoubleClick>{ctx.t(`portal.desk.minutes.${key}`)}</Button>
    </Form>
  );
  return (
    <>
      {moves.includes('signature') && <SignatureForm {...props} />}
      {moves.includes('revision') && <NotesForm {...props} />}
      {moves.includes('circulation') && button('circulation', 'circulate')}
      {moves.includes('publication') && button('publication', 'publish')}
      {moves.includes('corrections') && <CorrectionForm {...props} />}
    </>
  );
}

function NotesForm({ ctx, minutes, version, forms }: BegunProps): JSX.Element {
  const { meetingId, notes, state } = minutes;
  const filled = forms.notes ?? new FilledForm(ctx, NOTES, bilingualValues('notes', notes));
  const label = ctx.t('portal.desk.minutes.notes');
  return (
    <>
      <h2 class="govuk-heading-l" id="notes">
        {ctx.t('portal.desk.minutes.notesTitle')}
      </h2>
      <p class="govuk-body">{ctx.t('portal.desk.minutes.notesText')}</p>
      {state === 'circulated' && <p class="govuk-body">{ctx.t('portal.desk.minutes.notesAgain')}</p>}
      <Form ctx={ctx} action={`/desk/meetings/${meetingId}/minutes`} version={version}>
        <Bilingual filled={filled} name="notes" label={label} rows={6} />
        <Button variant="secondary" preventDoubleClick>
          {ctx.t('portal.desk.minutes.saveNotes')}
        </Button>
      </Form>
    </>
  );
}

function SignatureForm({ ctx, minutes, version, forms }: BegunProps): JSX.Element {
  const { meetingId, facts } = minutes;
  const filled = forms.signature ?? new FilledForm(ctx, SIGNATURE, { signedOn: ctx.today });
  return (
    <>
      <h2 class="govuk-heading-l" id="signature">
        {ctx.t('portal.desk.minutes.signature')}
      </h2>
      <Form ctx={ctx} action={`/desk/meetings/${meetingId}/minutes/signature`} version={version}>
        <p class="govuk-body">{ctx.t('portal.desk.minutes.signedBy', { name: facts.presiding?.name ?? '–' })}</p>
        <input type="hidden" name="chairSignatory" value={facts.presiding?.memberId ?? ''} />
        <Input
          {...filled.field('signedOn')}
          type="date"
          class="govuk-input--width-10"
          label={ctx.t('portal.desk.minutes.signedOn')}
        />
        <Input
          {...filled.field('scan')}
          type="url"
          label={ctx.t('portal.desk.minutes.scan')}
          hint={ctx.t('portal.desk.minutes.scanHint')}
        />
        <Button preventDoubleClick>{ctx.t('portal.desk.minutes.sign')}</Button>
      </Form>
    </>
  );
}

function CorrectionForm({ ctx, minutes, forms }: BegunProps): JSX.Element {
  const filled = forms.correction ?? new FilledForm(ctx, CORRECTION, {});
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`/meetings/${minutes.meetingId}`)}>
          {ctx.t('portal.desk.meeting.toPublic')}
        </a>
      </p>
      <h2 class="govuk-heading-l">{ctx.t('portal.desk.minutes.correction')}</h2>
      <p class="govuk-body">{ctx.t('portal.desk.minutes.correctionText')}</p>
      <Form ctx={ctx} action={`/desk/meetings/${minutes.meetingId}/minutes/corrections`}>
        <Bilingual filled={filled} name="reason" label={ctx.t('portal.desk.minutes.reason')} rows={3} />
        <Button variant="secondary" preventDoubleClick>
          {ctx.t('portal.desk.minutes.correct')}
        </Button>
      </Form>
    </>
  );
}

/** The text with the facts filled in, in both languages that the law asks for. */
function Preview({ ctx, minutes }: { readonly ctx: PageContext; readonly minutes: MinutesResponse }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-l">{ctx.t('portal.desk.minutes.text')}</h2>
      <p class="govuk-body">{ctx.t('portal.desk.minutes.textFrom')}</p>
      <div class="govuk-grid-row">
        {(['kk', 'ru'] as const).map((language) => (
          <section class="govuk-grid-column-one-half" lang={language} aria-labelledby={`text-${language}`}>
            <h3 class="govuk-heading-m" id={`text-${language}`}>
              {LANGUAGE_NAMES[language]}
            </h3>
            {minutes.text[language].map((paragraph) => (
              <p class="govuk-body kenes-as-written">{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}
