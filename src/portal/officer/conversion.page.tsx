import type { JSX } from 'preact';
import type { ConsultationRead } from '../../consultations/index.js';
import { DOCUMENT_LANGUAGES, type ProposalResponse } from '../../conversions/index.js';
import { Button, descriptionOf, FormGroup, HintAndError, InsetText, Label, WarningText } from '../components/index.js';
import { provisionName } from '../consultations/printed-mark.js';
import { Refusal } from '../desk/index.js';
import { type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import { ACT_FIELD, SAVE } from './conversion-form.js';
import type { StoredProvision } from './text-form.js';
import { TextForm } from './text.page.js';

/** Provisions that are corrected on one page; a longer text is saved first and corrected part by part. */
export const ROWS_MOST = 120;

interface DocumentsProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly filled: FilledForm;
}

/** Asks for the Kazakh and the Russian document. */
export function ConversionBody({ ctx, consultation, filled }: DocumentsProps): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <Heading ctx={ctx} consultation={consultation} title="title" />
        <p class="govuk-body">{ctx.t('portal.desk.documents.text')}</p>
        <p class="govuk-body">{ctx.t('portal.desk.documents.same')}</p>
        <Upload ctx={ctx} consultation={consultation} filled={filled} />
      </div>
    </div>
  );
}

interface ProposalProps extends DocumentsProps {
  readonly proposal: ProposalResponse;
  /** Provisions of the latest version that are in the documents no more. */
  readonly removed: readonly StoredProvision[];
}

/** What two documents propose, with what of them is lost: to be corrected and saved. */
export function ProposalBody(props: ProposalProps): JSX.Element {
  const { ctx, consultation, proposal, filled } = props;
  const count = proposal.provisions.length;
  return (
    <>
      <Heading ctx={ctx} consultation={consultation} title="proposal" />
      <p class="govuk-body">{ctx.t('portal.desk.documents.unsaved', { count })}</p>
      <Losses ctx={ctx} proposal={proposal} />
      <Removed {...props} />
      {consultation.state === 'published' && (
        <WarningText prefix={ctx.t('portal.desk.warning')}>{ctx.t('portal.desk.text.publicWarning')}</WarningText>
      )}
      {count > ROWS_MOST ? (
        <>
          <InsetText>{ctx.t('portal.desk.documents.tooLong', { count, most: ROWS_MOST })}</InsetText>
          <Upload ctx={ctx} consultation={consultation} filled={filled} saves />
        </>
      ) : (
        <TextForm ctx={ctx} consultation={consultation} part={1} parts={1} filled={filled} />
      )}
    </>
  );
}

function Heading({ ctx, consultation, title }: Pick<DocumentsProps, 'ctx' | 'consultation'> & { title: string }) {
  return (
    <>
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={consultation.title} />
      </span>
      <h1 class="govuk-heading-xl">{ctx.t(`portal.desk.documents.${title}`)}</h1>
    </>
  );
}

function Upload({ ctx, consultation, filled, saves = false }: DocumentsProps & { readonly saves?: boolean }) {
  const { id, version } = consultation;
  return (
    <Form ctx={ctx} action={`/desk/consultations/${id}/conversion`} version={version} multipart>
      {DOCUMENT_LANGUAGES.map((language) => (
        <DocumentField filled={filled} name={language} />
      ))}
      <Button preventDoubleClick {...(saves ? { name: ACT_FIELD, value: SAVE } : {})}>
        {ctx.t(`portal.desk.documents.${saves ? 'save' : 'convert'}`)}
      </Button>
    </Form>
  );
}

function DocumentField({ filled, name }: { readonly filled: FilledForm; readonly name: string }): JSX.Element {
  const { ctx } = filled;
  const error = filled.error(name);
  const hint = ctx.t('portal.desk.documents.hint');
  return (
    <FormGroup error={error}>
      <Label for={name}>{ctx.t(`portal.desk.documents.${name}`)}</Label>
      <HintAndError id={name} hint={hint} error={error} />
      <input
        class={`govuk-file-upload${error ? ' govuk-file-upload--error' : ''}`}
        type="file"
        id={name}
        name={name}
        accept=".docx,.html,.htm"
        aria-describedby={descriptionOf(name, { hint, error })}
      />
    </FormGroup>
  );
}

function Losses({ ctx, proposal: { losses } }: Pick<ProposalProps, 'ctx' | 'proposal'>): JSX.Element | null {
  if (losses.length === 0) return null;
  return (
    <section aria-labelledby="losses">
      <h2 class="govuk-heading-m" id="losses">
        {ctx.t('portal.desk.documents.losses')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {losses.map(({ language, loss, count }) => (
          <li>
            {ctx.t(`portal.desk.documents.${language}`)}: {ctx.t(`portal.desk.documents.loss.${loss}`, { count })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Removed({ ctx, removed }: Pick<ProposalProps, 'ctx' | 'removed'>): JSX.Element | null {
  if (removed.length === 0) return null;
  return (
    <section aria-labelledby="removed">
      <h2 class="govuk-heading-m" id="removed">
        {ctx.t('portal.desk.documents.removed')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {removed.map((one) => (
          <li>{provisionName(ctx, one)}</li>
        ))}
      </ul>
    </section>
  );
}
