import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { BodyResponse } from '../bodies/index.js';
import { CalendarService } from '../calendar/index.js';
import { Consultation, windowRules, type Recorded, type WindowBreach } from '../consultations/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, type Actor, type AppliedRule, type DueDate, type Term } from '../platform/kernel/index.js';
import { Rulebook } from '../rulebook/index.js';
import { Import, OPEN_NPA } from './import.entity.js';
import { consultationImported, consultationSupplemented } from './import.events.js';
import { ImportedComments } from './imported-comments.service.js';
import { ImportedTexts } from './imported-texts.service.js';
import { ImportsRepository } from './imports.repository.js';
import { PortalBodies } from './portal-bodies.service.js';
import { kindOf, type Kind } from './portal-lists.js';
import type { PortalLanguage, PortalPage } from './portal-page.js';
import { ofImport, OF_IMPORT } from './portal-record.js';
import { supplemented, textsOf } from './portal-texts.js';

/** What came of one page. */
export interface Imported {
  readonly consultationId: string;
  readonly what: 'created' | 'completed' | 'unchanged';
  /** Comments that were not known before. */
  readonly comments: number;
}

/** How the window stands to the rules of the day on which it was opened. */
interface Window {
  readonly rules: readonly AppliedRule[];
  readonly breaches: WindowBreach[];
  readonly term: Term;
  readonly due: DueDate;
}

const OF_CONSULTATION = ['title', 'summary', 'objectives', 'currentVersion', 'closesOn', 'state', 'breaches'] as const;

/** Takes over discussions from saved pages of the national portal: one record for each, whatever page comes first. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ImportsRepository,
    private readonly bodies: PortalBodies,
    private readonly texts: ImportedTexts,
    private readonly comments: ImportedComments,
    private readonly rulebook: Rulebook,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** All pages or none. Reading a page again changes nothing. */
  async import(pages: readonly PortalPage[], by: Actor): Promise<Imported[]> {
    return this.unitOfWork.run(async () => {
      const imported: Imported[] = [];
      for (const page of pages) imported.push(await this.#one(page, by));
      return imported;
    });
  }

  async #one(page: PortalPage, by: Actor): Promise<Imported> {
    const before = await this.repository.lock(page.id);
    const body = await this.bodies.known(page, by);
    const { record, what } = before
      ? { record: before, what: await this.#supplement(page, before, by) }
      : { record: await this.#create(page, body, by), what: 'created' as const };
    const comments = await this.comments.takeOver(page, record, by);
    return {
      consultationId: record.consultationId,
      what: what === 'unchanged' && comments > 0 ? 'completed' : what,
      comments,
    };
  }

  async #create(page: PortalPage, body: BodyResponse, by: Actor): Promise<Import> {
    const kind = kindOf(page, body.kind);
    const window = await this.#window(page, { ...kind, publicService: false });
    const consultation = newConsultation(kind, body.id);
    consultation.record(recordedIn(page, consultation, [], window), window.term, window.due);
    const record = Object.assign(new Import(), {
      id: newId(),
      version: 1,
      source: OPEN_NPA,
      externalId: page.id,
      consultationId: consultation.id,
      importedAt: this.clock.now(),
      ...ofImport(page, []),
    });
    await this.repository.insertConsultation(consultation);
    await this.repository.insert(record);
    await this.texts.newVersion(consultation.id, page);
    const provisions = await this.texts.put(consultation.id, page, []);
    this.journal.append(consultationImported(consultation, record, provisions, by, window.rules));
    return record;
  }

  async #supplement(page: PortalPage, record: Import, by: Actor): Promise<'completed' | 'unchanged'> {
    const consultation = await this.repository.lockConsultation(record.consultationId);
    // A page that was saved before the text changed tells nothing new.
    if (page.version < consultation.currentVersion) return 'unchanged';
    const isNewVersion = page.version > consultation.currentVersion;
    const read = isNewVersion ? [] : record.languages;
    const before = { ...pick(consultation, OF_CONSULTATION), ...pick(record, OF_IMPORT) };
    const window = await this.#window(page, consultation);
    consultation.record(recordedIn(page, consultation, read, window), window.term, window.due);
    if (isNewVersion) await this.texts.newVersion(consultation.id, page);
    const provisions = await this.texts.put(consultation.id, page, read);
    Object.assign(record, ofImport(page, read, record));
    const fields = [
      ...differing(pick(consultation, OF_CONSULTATION), before),
      ...(provisions > 0 ? ['provisions'] : []),
    ];
    const ofRecord = differing(pick(record, OF_IMPORT), before);
    if (fields.length + ofRecord.length === 0) return 'unchanged';
    // The consultation's version rises with its texts too: who reads it is told of a change.
    await this.repository.updateConsultation(consultation);
    if (ofRecord.length > 0) await this.repository.update(record);
    this.journal.append(consultationSupplemented(consultation, record, [...fields, ...ofRecord], by, window.rules));
    return 'completed';
  }

  async #window(page: PortalPage, parts: Parameters<typeof windowRules>[0]): Promise<Window> {
    const [rules, calendar] = [await this.rulebook.on(page.created), await this.calendar.current()];
    const ids = windowRules(parts);
    const { created, discussionUntil: until } = page;
    const broken = ids.filter((id) => !calendar.windowIsAtLeast(created, until, rules.term(id)));
    const term = rules.term('K8.answers');
    return {
      rules: rules.applied(...ids, 'K8.answers'),
      breaches: broken.map((rule) => ({ rule, required: calendar.due(created, rules.term(rule)).on, actual: until })),
      term,
      due: calendar.due(until, term),
    };
  }
}

function newConsultation(kind: Kind, bodyId: string): Consultation {
  return Object.assign(new Consultation(), {
    ...kind,
    id: newId(),
    version: 1,
    state: 'published',
    bodyId,
    publicService: false,
    commentsByEmail: false,
    questions: [],
    explanatoryNote: null,
    consultativeDocumentId: null,
    exemption: null,
    extensions: [],
    firstPublicVersion: null,
    reportedOn: null,
    concludedOn: null,
    result: null,
    adoptedAct: null,
    conclusionReasons: null,
    withdrawnOn: null,
    withdrawalReasons: null,
    source: OPEN_NPA,
  });
}

function recordedIn(
  page: PortalPage,
  before: Partial<Consultation>,
  read: readonly PortalLanguage[],
  { breaches }: Window,
): Recorded {
  const { title, summary, objectives } = textsOf(page);
  return {
    title: supplemented(before.title, page.language, title, read),
    summary: supplemented(before.summary, page.language, summary, read),
    objectives: supplemented(before.objectives, page.language, objectives, read),
    currentVersion: page.version,
    publishedOn: page.created,
    closesOn: page.discussionUntil,
    reported: page.report !== null,
    breaches,
  };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

function differing(after: object, before: object): string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([key, value]) => (isDeepStrictEqual(value, was.get(key)) ? [] : [key]));
}
