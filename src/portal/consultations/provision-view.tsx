import type { JSX } from 'preact';
import type { QuotePlace } from '../../comments/index.js';
import type { DraftResponse } from '../../consultations/index.js';
import type { Language } from '../../platform/kernel/index.js';
import { CommentView } from '../comments/comment-view.js';
import { MarkedWords } from '../comments/quoted.js';
import { quotedIn, type QuoteStandings } from '../comments/quote-standings.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';
import type { BesideComment } from './beside.queries.js';
import { PrintedMark, printedMark, provisionName } from './printed-mark.js';
import { ProvisionTable } from './provision-table.js';

/** A provision of a draft with what is said of it beside it. */
export function ProvisionView({
  ctx,
  consultationId,
  provision,
  isOpen,
  comments,
  standings,
}: ProvisionProps): JSX.Element {
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
        <Words ctx={ctx} provision={provision} name={name} quoted={quotedIn(comments, standings)} />
      </div>
      <div class="kenes-beside__notes">
        {comments.map((comment) => (
          <CommentView ctx={ctx} comment={comment} standing={standings.get(comment.id)} level={4} brief />
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

/** A paragraph with what is quoted of it marked, a table, or nothing where the provision is a heading only. */
function Words({ ctx, provision: { text, table }, name, quoted }: WordsProps): JSX.Element | null {
  if (table) return <ProvisionTable ctx={ctx} name={name} text={text} table={table} />;
  if (text.kk === '') return null;
  const marked = (words: string, lang: Language): JSX.Element => (
    <MarkedWords ctx={ctx} text={words} places={quoted.filter(({ language }) => language === lang)} />
  );
  return <LocalizedParagraph ctx={ctx} text={text} shown={marked} />;
}

interface WordsProps {
  readonly ctx: PageContext;
  readonly provision: Provision;
  readonly name: string;
  readonly quoted: readonly QuotePlace[];
}

interface ProvisionProps {
  readonly ctx: PageContext;
  readonly consultationId: string;
  readonly provision: Provision;
  readonly isOpen: boolean;
  readonly comments: readonly BesideComment[];
  readonly standings: QuoteStandings;
}

type Provision = DraftResponse['provisions'][number];
