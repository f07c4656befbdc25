import { Injectable } from '@nestjs/common';
import { DraftVersion } from '../consultations/index.js';
import { newId } from '../platform/database/index.js';
import { Clock, type LocalizedText } from '../platform/kernel/index.js';
import { ImportsRepository, type PlacedText } from './imports.repository.js';
import type { PortalLanguage, PortalPage } from './portal-page.js';
import { supplemented, textsOf } from './portal-texts.js';

/** The rows of a page as provisions; rows of the other language's page are at the same places. */
@Injectable()
export class ImportedTexts {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly clock: Clock,
  ) {}

  /** A version of the text bears the number it has on the portal. */
  async newVersion(consultationId: string, { version: number }: PortalPage): Promise<void> {
    const version = { id: newId(), consultationId, number, madeAt: this.clock.now(), note: null };
    await this.repository.insertVersion(Object.assign(new DraftVersion(), version));
  }

  /** Returns how many provisions are new or different; `read` are the languages that this version was read in. */
  async put(consultationId: string, page: PortalPage, read: readonly PortalLanguage[]): Promise<number> {
    const known = new Map((await this.repository.texts(consultationId)).map((text) => [text.position, text]));
    const texts = textsOf(page).rows.map((row, at) => placed(row, at + 1, page, known.get(at + 1), read));
    return this.repository.putTexts(consultationId, texts);
  }
}

function placed(
  { number, heading, text }: ReturnType<typeof textsOf>['rows'][number],
  position: number,
  { language, version }: PortalPage,
  earlier: PlacedText | undefined,
  read: readonly PortalLanguage[],
): PlacedText {
  const { id, ...before } = earlier ?? { id: newId(), version, heading: null, text: null };
  const also = (was: LocalizedText | null, words: string): LocalizedText =>
    supplemented(before.version === version ? was : null, language, words, read);
  return {
    id,
    version,
    position,
    number,
    heading: heading === null ? before.heading : also(before.heading, heading),
    text: also(before.text, text),
  };
}
