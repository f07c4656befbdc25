import { readFileSync } from 'node:fs';
import { isRecord, isRuleText, type RuleText } from './rule-value.js';

/** A power of public councils that agenda items and recommendations cite (Law on Public Councils, Art. 5 and 5-1). */
export interface Power {
  readonly id: string;
  /** Councils of ministries and places, or of quasi-state companies. */
  readonly councils: 'ministry_or_local' | 'quasi_state';
  readonly name: RuleText;
  readonly basis: RuleText;
  /** The rule that gives the time of reply to a recommendation; null where none is made. */
  readonly replyRule: 'R1' | 'R2' | 'R4' | null;
  /** Answered under K1–K4 as an opinion on a draft, so a recommendation under it is refused. */
  readonly answeredAsOpinion: boolean;
}

let read: readonly Power[] | undefined;

/** The powers in the order of the law, read once; throws TypeError naming an ill-formed entry. */
export function readPowers(): readonly Power[] {
  read ??= powersOf(JSON.parse(readFileSync(new URL('./powers.json', import.meta.url), 'utf8')));
  return read;
}

/** The powers in a parsed document; TypeError naming the first entry that is ill-formed or repeats an id. */
export function powersOf(document: unknown): readonly Power[] {
  if (!Array.isArray(document)) throw new TypeError('The powers are not a list');
  const ids = new Set<string>();
  const powers = document.map((entry: unknown, at) => {
    if (!isPower(entry) || ids.has(entry.id)) throw new TypeError(`Power no. ${at + 1} is ill-formed or repeated`);
    ids.add(entry.id);
    return Object.freeze(entry);
  });
  return Object.freeze(powers);
}

function isPower(entry: unknown): entry is Power {
  if (!isRecord(entry)) return false;
  const { id, councils, name, basis, replyRule, answeredAsOpinion } = entry as Record<keyof Power, unknown>;
  const holds = [
    typeof id === 'string' && (councils === 'quasi_state' ? /^q\d+$/ : /^\d+(-\d+)?$/).test(id),
    councils === 'quasi_state' || councils === 'ministry_or_local',
    isRuleText(name) && isRuleText(basis),
    answeredAsOpinion === true ? replyRule === null : ['R1', 'R2', 'R4'].includes(String(replyRule)),
    typeof answeredAsOpinion === 'boolean',
  ];
  return holds.every(Boolean);
}
