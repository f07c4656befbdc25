import { readFileSync } from 'node:fs';
import type { LocalizedText } from '../platform/kernel/index.js';

/** Types of acts that are discussed, in the order of their force. */
export const ACT_TYPES = [
  'law',
  'presidential_decree',
  'government_decree',
  'ministerial_order',
  'maslikhat_decision',
  'akimat_decision',
  'other',
] as const;

export type ActType = (typeof ACT_TYPES)[number];

/** An entry of a closed list. */
export interface Listed {
  readonly code: string;
  readonly name: LocalizedText;
}

/** A type of the national portal: which of ours it is, where that depends on the body, and what else it says. */
export interface PortalType {
  readonly id: string;
  readonly ru: string;
  readonly bodyKind?: string;
  readonly stage?: string;
  readonly windowRule?: string;
}

/** A type of act with the types of the national portal that are it. */
export interface ListedActType extends Listed {
  readonly code: ActType;
  readonly portalTypes: readonly PortalType[];
}

/** A channel of comments. */
export interface Channel extends Listed {
  /** Its numbers on the national portal. */
  readonly portalIds: readonly string[];
}

/** A category of the national portal. */
export interface Category extends Listed {
  /** Its number there. */
  readonly portalId: string;
}

/** The types of acts with their names, as delivered. */
export const actTypes: readonly ListedActType[] = read('./act-types.json') as ListedActType[];

/** The channels of comments with their names, as delivered. */
export const channels: readonly Channel[] = read('./channels.json') as Channel[];

/** The categories of the national portal under our codes, as delivered. */
export const categories: readonly Category[] = read('./categories.json') as Category[];

/** A ground on which no consultative document precedes a draft law. */
export interface Exemption extends Listed {
  readonly basis: LocalizedText;
}

/** The grounds on which no consultative document precedes a draft law (K10), as delivered; a setting, not verified. */
export const exemptions: readonly Exemption[] = read('./exemptions.json') as Exemption[];

export const EXEMPTIONS: readonly string[] = exemptions.map(({ code }) => code);

export const CATEGORIES: readonly string[] = categories.map(({ code }) => code);

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}
