import type { JSX } from 'preact';
import type { ConcealmentResponse } from '../../moderation/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { SummaryList, Tag } from '../components/index.js';
import { LocalizedParagraph, type PageContext } from '../frame/index.js';
import { GroundName } from './notice.js';

/** The course of a concealment: ground, terms, appeal, decision. */
export function ConcealmentRecord({ ctx, concealment }: RecordProps): JSX.Element {
  const { ground, explanation, concealedOn, appealDueOn, appealedOn, appealGrounds, decidedOn, reversedOn } =
    concealment;
  const { outcome, reasons, reversalReasons } = concealment;
  const label = (name: string): string => ctx.t(`portal.moderation.record.${name}`);
  const day = (name: string, on: string | null) => on !== null && { key: label(name), value: ctx.format.date(on) };
  const text = (name: string, words: LocalizedText | null) =>
    words !== null && { key: label(name), value: <LocalizedParagraph ctx={ctx} text={words} /> };
  return (
    <SummaryList
      rows={[
        day('concealedOn', concealedOn),
        { key: ctx.t('portal.moderation.ground'), value: <GroundName ctx={ctx} code={ground} /> },
        text('explanation', explanation),
        day('appealDueOn', appealDueOn),
        day('appealedOn', appealedOn),
        appealGrounds ? { key: label('appealGrounds'), value: appealGrounds, valueClass: 'kenes-as-written' } : false,
        appealedOn !== null && { key: label('dueOn'), value: <DecisionDue ctx={ctx} concealment={concealment} /> },
        day('decidedOn', decidedOn),
        outcome !== null && { key: label('outcome'), value: ctx.t(`portal.moderation.outcome.${outcome}`) },
        text('reasons', reasons),
        day('reversedOn', reversedOn),
        text('reversalReasons', reversalReasons),
      ]}
    />
  );
}

interface RecordProps {
  readonly ctx: PageContext;
  readonly concealment: ConcealmentResponse;
}

/** The last day of the decision, and that it has passed or was not kept (N1.decision). */
export function DecisionDue({ ctx, concealment }: RecordProps): JSX.Element | null {
  const { dueOn, overdue, breaches } = concealment;
  if (dueOn === null) return null;
  const isLate = overdue || breaches.length > 0;
  return (
    <>
      {ctx.format.date(dueOn)} {isLate && <Tag colour="red">{ctx.t('portal.moderation.late')}</Tag>}
    </>
  );
}
