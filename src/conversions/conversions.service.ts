import { Injectable } from '@nestjs/common';
import {
  CONSULTATION,
  ConsultationsQueries,
  DraftsQueries,
  mayAct,
  type ConsultationFacts,
  type ProvisionResponse,
} from '../consultations/index.js';
import { invalid, invalidAt, notFound, notPossibleNow, permit, type Actor } from '../platform/kernel/index.js';
import { rankOf } from './conversions.requests.js';
import {
  outlineResponse,
  proposalResponse,
  type OutlineResponse,
  type ProposalResponse,
} from './conversions.responses.js';
import { ConversionThreads } from './conversion-threads.js';
import type { ConversionWork, Converted, DocumentLanguage, Outlines } from './converted.js';
import { DocumentFault } from './document-fault.js';
import type { StoredOne } from './kept-ids.js';

/** Its body reads every version. */
const FIRST = 1;
/** How many differences of two texts are told at once. */
const DIFFERENCES_TOLD = 20;

/** The two texts, as documents or as what was read of them. */
export type ProposalTexts =
  | { readonly documents: Readonly<Record<DocumentLanguage, Uint8Array>> }
  | { readonly outlines: Outlines };

/** Proposes the text of a draft from documents, and stores nothing: what is proposed is saved as a version by its body. */
@Injectable()
export class Conversions {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly drafts: DraftsQueries,
    private readonly threads: ConversionThreads,
  ) {}

  /** The provisions of one document in one language. Throws `invalid` naming the language and what is wrong with it. */
  async outline(id: string, language: DocumentLanguage, document: Uint8Array, by: Actor): Promise<OutlineResponse> {
    await this.#permitted(id, by);
    const found = await this.#converted({ documents: { [language]: document }, stored: [] });
    return outlineResponse(language, found);
  }

  /**
   * The provisions of a Kazakh and a Russian document, or outlines of them, side by side, those of the latest version
   * known again. Throws `invalid` with a pointer to each place where the two are not built alike.
   */
  async proposal(id: string, texts: ProposalTexts, by: Actor): Promise<ProposalResponse> {
    const { currentVersion } = await this.#permitted(id, by);
    const { provisions } = await this.drafts.draft(id, currentVersion, FIRST);
    const found = await this.#converted({ documents: {}, ...texts, stored: provisions.map(storedOne) });
    if (found.differences.length > 0) throw invalid(...found.differences.slice(0, DIFFERENCES_TOLD));
    return proposalResponse(found, provisions);
  }

  async #permitted(id: string, by: Actor): Promise<ConsultationFacts> {
    const facts = await this.consultations.find(id);
    if (!facts) throw notFound();
    permit(mayAct(by, 'consultation.prepare', facts));
    const { state } = facts;
    if (state === 'draft' || state === 'published') return facts;
    throw notPossibleNow('text-is-final', { state, possible: CONSULTATION.possible(state) });
  }

  async #converted(work: ConversionWork): Promise<Converted> {
    const found = await this.threads.run(work).catch((error: unknown) => {
      if (error instanceof DocumentFault) throw invalidAt('', error.code, error.params);
      throw error;
    });
    const errors = found.refused.map(({ language, code, params }) => ({ pointer: `/${language}`, code, params }));
    if (errors.length > 0) throw invalid(...errors);
    return found;
  }
}

/** A stored provision as it can be known again: its depth by its printed mark, else by its level. */
function storedOne({ id, level, number, label, heading, text }: ProvisionResponse): StoredOne {
  const rank = rankOf({ level, label: label?.ru ?? null });
  const words = [heading?.kk, heading?.ru, text.kk, text.ru].filter(Boolean).join(' ');
  return { id, rank, number, words: words.replaceAll(/\s+/g, ' ') };
}
