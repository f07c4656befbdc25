import type { JSX } from 'preact';
import type { DraftResponse } from '../../consultations/index.js';
import { CommentView } from '../comments/comment-view.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';
import type { BesideComment } from './beside.queries.js';
import { PrintedMark, printedMark, provisionName } from './printed-mark.js';
import { ProvisionTable } from './provision-table.js';

/** A provision of a draft with what is said of it beside it. */
export function ProvisionView({ ctx, consultationId, provision, isOpen, comments }: ProvisionProps): JSX.Element {
  const { id, position } = provision;
  const name = provisionName(ctx, provision);
  const path = `/consultations/${consultationId}`;
  return (
    <section class="kenes-beside" aria-labelledby={`p-${position}`}>
      <div>
        <h3 class="govuk-heading-s" id={`p-${position}`}>
          <PrintedMark ctx={ctx} of={provision} />{' '}
          {provision.heading ? <Localized ctx={ctx} text={provision.heading} /> : !printedMark(ctx, provision) && name}
        </h3>
        <Words ctx={ctx} provision={provision} name={name} />
      </div>
      <div class="kenes-beside__notes">
        {comments.map((comment) => (
          <CommentView ctx={ctx} comment={comment} level={4} brief />
        ))}
        {comments.length > 0 && (
          <p class="govuk-body-s">
            <a class="govuk-link" href={ctx.url(`${path}/comments`, { provision: id })}>
              {ctx.t('portal.comments.onPart')}
              <span class="govuk-visually-hidden">: {name}</span>
            </a>
          </p>
        )}
        {isOpen && (
          <p class="govuk-body-s kenes-not-on-paper">
            <a class="govuk-link" href={ctx.url(`${path}/comment`, { provision: id })}>
              {ctx.t('portal.consultation.writeHere')}
              <span class="govuk-visually-hidden">: {name}</span>
            </a>
          </p>
        )}
      </div>
    </section>
  );
}

/** A paragraph, a table, or nothing where the provision is a heading only. */
function Words({ ctx, provision: { text, table }, name }: WordsProps): JSX.Element | null {
  if (table) return <ProvisionTable ctx={ctx} name={name} text={text} table={table} />;
  return text.kk === '' ? null : <LocalizedParagraph ctx={ctx} text={text} />;
}

interface WordsProps {
  readonly ctx: PageContext;
  readonly provision: Provision;
  readonly name: string;
}

interface ProvisionProps {
  readonly ctx: PageContext;
  readonly consultationId: string;
  readonly provision: Provision;
  readonly isOpen: boolean;
  readonly comments: readonly BesideComment[];
}

type Provision = DraftResponse['provisions'][number];
