import { Injectable } from '@nestjs/common';
import { ComparisonsQueries, type ComparedProvision } from '../comparisons/index.js';
import type { Consultation } from '../consultations/index.js';
import { annexOf, NoticesQueries, OpinionsQueries } from '../opinions/index.js';
import { ANONYMOUS } from '../platform/kernel/index.js';
import type { CompletionReport, ReportHashes } from './completion-report.entity.js';
import { LineHashes } from './report-line.js';
import { ReportLinesRepository } from './report-lines.repository.js';

/** Of the form of the lines; a later form has another number. */
const FORM = 2;

/** Keeps what a report consists of, line by line, and hashes it. */
@Injectable()
export class ReportFreezing {
  constructor(
    private readonly lines: ReportLinesRepository,
    private readonly comparisons: ComparisonsQueries,
    private readonly opinions: OpinionsQueries,
    private readonly notices: NoticesQueries,
  ) {}

  /**
   * Reads every line once and keeps it packed, a few hundred at a time. The consultation is locked, so nothing is
   * answered meanwhile.
   */
  async freeze(report: CompletionReport, consultation: Consultation): Promise<ReportHashes> {
    const hashes = new LineHashes();
    const head = await this.#head(report, consultation);
    const keep = async (number: number, lines: string[], first: number | null, last: number | null): Promise<void> => {
      for (const line of lines) hashes.add(line);
      await this.lines.insertPart(report.id, { number, lines, first, last });
    };
    await keep(1, head, null, null);
    let number = 1;
    for await (const batch of this.lines.comments(consultation.id)) {
      number += 1;
      const [first, last] = [batch[0]?.number ?? null, batch.at(-1)?.number ?? null];
      await keep(
        number,
        batch.map(({ line }) => line),
        first,
        last,
      );
    }
    return hashes.end();
  }

  /** The report itself, what changed in the text, and its annex: all but the comments. */
  async #head(report: CompletionReport, consultation: Consultation): Promise<string[]> {
    const { id } = consultation;
    const comparison = await this.comparisons.of(id, {}, ANONYMOUS);
    const { annex, approvedBySilence } = annexOf(await this.opinions.ofConsultation(id), await this.notices.of(id));
    const lines: object[] = [
      { kind: 'report', form: FORM, ...factsOf(report, consultation), approvedBySilence },
      ...comparison.provisions.filter(isChanged).map(changeOf),
      ...annex.map((opinion) => Object.assign({ kind: 'opinion' }, opinion)),
    ];
    return lines.map((line) => JSON.stringify(line));
  }
}

/** True for a provision that stands in other words, at another place, under another number, or no more. */
export function isChanged({ change, moved, renumbered }: ComparedProvision): boolean {
  return change !== 'same' || moved || renumbered;
}

function changeOf({ provisionId, change, moved, renumbered, before, after }: ComparedProvision): object {
  return { kind: 'change', provisionId, change, moved, renumbered, before, after };
}

function factsOf(report: CompletionReport, consultation: Consultation): object {
  const { id, consultationId, publishedOn: reportedOn, dueOn, dueProvisional, lastAnswerOn, summary } = report;
  const counts = { ...report.counts, ...report.furtherCounts };
  const { bodyId, title, actType, publishedOn, closesOn, answersDueOn } = consultation;
  const { firstPublicVersion: firstVersion, currentVersion } = consultation;
  const discussed = { bodyId, title, actType, publishedOn, closesOn, answersDueOn, firstVersion, currentVersion };
  return { id, consultationId, ...discussed, reportedOn, dueOn, dueProvisional, lastAnswerOn, summary, counts };
}
