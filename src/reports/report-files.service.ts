import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { ComparisonsQueries } from '../comparisons/index.js';
import { ConsultationsQueries } from '../consultations/index.js';
import { annexOf, NoticesQueries, OpinionsQueries } from '../opinions/index.js';
import { Env } from '../platform/config/index.js';
import type { SeparatorName } from '../platform/csv/index.js';
import { sqlStateOf, type Cursor } from '../platform/database/index.js';
import type { DocumentHead } from '../platform/documents/index.js';
import { DownloadTally, streamOf, type Download } from '../platform/http/index.js';
import { translate } from '../platform/i18n/index.js';
import { ANONYMOUS, Clock, notFound, type Language } from '../platform/kernel/index.js';
import { csvHead, csvRow } from './report-csv.js';
import { reportBlocks, type ReportMaterial } from './report-document.js';
import { DOCUMENTS, type DocumentName } from './report-format.js';
import { ReportLinesRepository } from './report-lines.repository.js';
import type { HiddenLine } from './report-line.js';
import type { ReportText } from './report-text.js';
import { ReportTextsQueries, type ReportExtent } from './report-texts.queries.js';
import { ReportWords } from './report-words.js';
import { ReportsQueries } from './reports.queries.js';
import { reportResponse } from './reports.responses.js';

/** Rows fetched at once: the longest comments with the longest answers fill some megabytes. */
const BATCH = 100;

/** A file of a report under way, and what has passed of it. */
export interface ReportFile {
  readonly stream: Readable;
  readonly tally: DownloadTally;
  /** How many lines had to be hidden until now; of lines alone. */
  readonly hidden?: () => number;
}

type Lines = Cursor<{ readonly line: string }>;

/** A report as files, made while they are read: nothing but a batch of texts is in memory. */
@Injectable()
export class ReportFiles {
  readonly #logger = new Logger('Report');

  constructor(
    private readonly queries: ReportsQueries,
    private readonly texts: ReportTextsQueries,
    private readonly kept: ReportLinesRepository,
    private readonly consultations: ConsultationsQueries,
    private readonly comparisons: ComparisonsQueries,
    private readonly opinions: OpinionsQueries,
    private readonly notices: NoticesQueries,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** The lines as they were published, less what was hidden since. Throws `not-found` where none were kept. */
  async jsonLines(consultationId: string): Promise<ReportFile> {
    const { id, lines: count } = await this.queries.of(consultationId);
    if (count === null) throw notFound();
    const { lines, close } = await this.kept.published(id);
    let hidden = 0;
    const tally = new DownloadTally();
    const pieces = (asked: () => void) => {
      return keptPieces(lines, tally, asked, (changed) => {
        hidden += changed;
      });
    };
    return { stream: this.#stream({ pieces, close }), tally, hidden: () => hidden };
  }

  /** Every text with its answer as CSV, as everyone may read them today. Throws `not-found`. */
  async csv(consultationId: string, separator: SeparatorName): Promise<ReportFile> {
    const texts = await this.texts.lines(await this.texts.extent(consultationId));
    const tally = new DownloadTally();
    const pieces = (asked: () => void) => csvPieces(texts, separator, tally, asked);
    return { stream: this.#stream({ pieces, close: () => texts.close() }), tally };
  }

  /** The report as a document for people. Throws `not-found`. */
  async document(consultationId: string, name: DocumentName, lang: Language): Promise<ReportFile> {
    const material = await this.#material(consultationId, lang);
    const words = new ReportWords(lang);
    const texts = await this.texts.lines(material.extent, material.extent.printed);
    const tally = new DownloadTally();
    const head = this.#head(words, material);
    const pieces = (asked: () => void) => {
      return documentPieces(DOCUMENTS[name].pieces(head, reportBlocks(words, material, textsOf(texts))), tally, asked);
    };
    return { stream: this.#stream({ pieces, close: () => texts.close() }), tally };
  }

  #stream(download: Omit<Download, 'broke'>): Readable {
    const broke = (error: Error): void => {
      this.#logger.warn(`A report broke off: ${sqlStateOf(error) ?? error.message}`);
    };
    return streamOf({ ...download, broke });
  }

  #head(words: ReportWords, { consultation, names }: ReportMaterial): DocumentHead {
    const body = names.get(consultation.bodyId);
    return {
      title: `${words.other('consultation.report')}: ${words.text(consultation.title)}`,
      author: body ? words.text(body) : '',
      lang: words.lang,
      madeAt: this.clock.now(),
      footer: translate(words.lang, 'portal.name'),
      lacking: words.say('lacking'),
    };
  }

  async #material(id: string, lang: Language): Promise<ReportMaterial> {
    const extent: ReportExtent = await this.texts.extent(id);
    const [consultation, report, comparison, onProvisions, opinions, notices] = await Promise.all([
      this.consultations.one(id),
      this.queries.of(id),
      this.comparisons.of(id, {}, ANONYMOUS),
      this.queries.onProvisions(id),
      this.opinions.ofConsultation(id),
      this.notices.of(id),
    ]);
    const councils = [...opinions, ...notices].flatMap(({ councilId }) => councilId ?? []);
    const names = await this.queries.names([consultation.bodyId, ...councils]);
    const url = `${this.env.publicUrl}/${lang}/consultations/${id}/report`;
    const annexed = reportResponse(report, annexOf(opinions, notices));
    return { consultation, report: annexed, comparison, onProvisions, extent, names, url, today: this.clock.today() };
  }
}

async function* textsOf(texts: Lines): AsyncGenerator<ReportText, void> {
  for await (const batch of texts.batches(BATCH)) for (const { line } of batch) yield JSON.parse(line) as ReportText;
}

async function* documentPieces(
  pieces: AsyncIterable<Buffer>,
  tally: DownloadTally,
  asked: () => void,
): AsyncGenerator<Buffer, void> {
  for await (const piece of pieces) {
    yield tally.take(piece);
    asked();
  }
}

async function* csvPieces(
  texts: Lines,
  separator: SeparatorName,
  tally: DownloadTally,
  asked: () => void,
): AsyncGenerator<Buffer, void> {
  yield tally.take(csvHead(separator));
  for await (const batch of texts.batches(BATCH)) {
    yield tally.take(batch.map(({ line }) => csvRow(line, separator)).join(''), batch.length);
    asked();
  }
}

async function* keptPieces(
  lines: AsyncIterable<HiddenLine[]>,
  tally: DownloadTally,
  asked: () => void,
  hid: (lines: number) => void,
): AsyncGenerator<Buffer, void> {
  for await (const batch of lines) {
    hid(batch.filter(({ changed }) => changed).length);
    yield tally.take(batch.map(({ line }) => `${line}\n`).join(''), batch.length);
    asked();
  }
}
