import type { JSX } from 'preact';
import type { DraftResponse } from '../../consultations/index.js';
import { CommentView } from '../comments/comment-view.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';
import type { BesideComment } from './beside.queries.js';

/** A provision of a draft with what is said of it beside it. */
export function ProvisionView({ ctx, consultationId, provision, isOpen, comments }: ProvisionProps): JSX.Element {
  const { id, position } = provision;
  const name = provisionName(ctx, provision);
  const path = `/consultations/${consultationId}`;
  return (
    <section class="kenes-beside" aria-labelledby={`p-${position}`}>
      <div>
        <h3 class="govuk-heading-s" id={`p-${position}`}>
          {provision.number && `${provision.number}. `}
          {provision.heading ? <Localized ctx={ctx} text={provision.heading} /> : !provision.number && name}
        </h3>
        <LocalizedParagraph ctx={ctx} text={provision.text} />
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

interface ProvisionProps {
  readonly ctx: PageContext;
  readonly consultationId: string;
  readonly provision: Provision;
  readonly isOpen: boolean;
  readonly comments: readonly BesideComment[];
}

type Provision = DraftResponse['provisions'][number];

/** What a provision is called in a link or a list: number and heading, else its place. */
export function provisionName(ctx: PageContext, { number, heading, position }: Provision): string {
  const parts = [number && `${number}.`, heading && ctx.text(heading)].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : ctx.t('portal.consultation.place', { number: position });
}
