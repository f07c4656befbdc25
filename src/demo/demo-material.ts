import { readFileSync } from 'node:fs';
import type { Language, LocalizedText, Role } from '../platform/kernel/index.js';

/** What the demonstration is made of; names and texts are invented. */
export interface DemoMaterial {
  /** Code of the akimat. */
  readonly body: string;
  readonly accounts: readonly {
    readonly name: string;
    readonly displayName: string;
    readonly roles: readonly Role[];
  }[];
  readonly council: LocalizedText;
  readonly members: Readonly<Record<'civil_society' | 'state_body', readonly (readonly [string, string])[]>>;
  readonly meeting: {
    readonly place: LocalizedText;
    readonly items: readonly {
      readonly power: string;
      readonly kind: 'draft_act' | 'report_hearing' | 'other';
      readonly title: LocalizedText;
    }[];
  };
  readonly recommendation: LocalizedText;
  readonly consultation: {
    readonly title: LocalizedText;
    readonly summary: LocalizedText;
    readonly objectives: LocalizedText;
    readonly category: string;
    readonly provisions: readonly (readonly [string, string])[];
    readonly comments: readonly {
      readonly language: Language;
      readonly text: string;
      /** Its place among the provisions, from 1. */
      readonly provision?: number;
      readonly quote?: string;
    }[];
  };
}

/** Reads the material that comes with the product. */
export function readDemoMaterial(): DemoMaterial {
  return JSON.parse(readFileSync(new URL('./demo.json', import.meta.url), 'utf8')) as DemoMaterial;
}
