/** Endings: how many letters must stay before them, and of which kind the last of these is. */
interface Endings {
  readonly rest: number;
  readonly after?: RegExp;
  readonly list: string;
}

const AFTER_VOWEL = /[аеиоуыэюя]$/;
/** Words in -ыс and -іс are many (ұсыныс, құрылыс), words in -ы and -і that own something few (өкілдікші). */
const AFTER_OPEN = /([аеоуэюя]|ш[ыи])$/;
const AFTER_CONSONANT = /[^аеиоуыэюя]$/;
const AFTER_VOICELESS = /[птксшщхцчфбгд]$/;

/** A case or a plural may leave two letters (су, ел); what makes another word leaves more. */
const ENDINGS: readonly Endings[] = [
  // Plural and cases.
  { rest: 2, list: 'лар лер дар дер нын нин дын дин га ге ды ди да де дан ден дагы деги' },
  { rest: 2, after: AFTER_VOICELESS, list: 'тар тер тын тин ка ке ты ти та те тан тен тагы теги' },
  { rest: 3, after: AFTER_VOWEL, list: 'ны ни' },
  { rest: 3, after: AFTER_OPEN, list: 'сы си' },
  // Possession, and the cases that follow it; the instrumental.
  { rest: 3, list: 'ы и ым им ын ин сын син ымыз имиз мыз миз ыныз иниз ныз низ на не нда нде нан нен мен бен пен' },
  // Verbs. The negative ма, ме, ба, бе, па, пе stays: it says the opposite.
  { rest: 3, list: 'у ган ген кан кен ады еди йды йди мын мин ймын ймин ймыз ймиз атын етин йтын йтин' },
  // Words made of words.
  { rest: 3, after: AFTER_CONSONANT, list: 'гы ги кы ки' },
  { rest: 4, list: 'лык лик дык дик сыз сиз шы ши ша ше' },
  { rest: 4, after: AFTER_VOICELESS, list: 'тык тик' },
];

const BY_ENDING = new Map(ENDINGS.flatMap((one) => one.list.split(' ').map((ending) => [ending, one] as const)));
const LONGEST = Math.max(...[...BY_ENDING.keys()].map(({ length }) => length));
const MOST_ENDINGS = 5;
const VOWEL = /[аеиоуыэюя]/;
/** Consonants that become voiced before a vowel: мектеп, мектебі; тармақ, тармағы. */
const VOICELESS: Readonly<Record<string, string>> = { б: 'п', г: 'к' };

/** Words that are in nearly every text, as they are typed without Kazakh letters. */
const COMMON = new Set(
  (
    'жане мен бен пен ушин бул осы сол ол да де та те ма ме ба бе па пе гой ден деп еди екен емес сиз биз олар туралы ' +
    'арналган бойынша сияки сияк кана гана ари алайда немесе яки'
  ).split(' '),
);

/** Whether a plain Kazakh word says nothing on its own. */
export function isCommonInKazakh(plain: string): boolean {
  return COMMON.has(plain);
}

/**
 * A plain Kazakh word without its endings, one after the other: жобаларымыздағы, жобаның and жоба are one. It is no
 * dictionary: now and then it takes too much, the same of all forms of a word.
 */
export function kazakhStem(plain: string): string {
  let stem = voiceless(plain);
  for (let round = 0; round < MOST_ENDINGS; round += 1) {
    const next = voiceless(withoutEnding(stem));
    if (next === stem) break;
    stem = next;
  }
  return stem;
}

function voiceless(word: string): string {
  const last = VOICELESS[word.slice(-1)];
  return last !== undefined && word.length > 2 ? word.slice(0, -1) + last : word;
}

function withoutEnding(word: string): string {
  for (let length = Math.min(LONGEST, word.length - 2); length > 0; length -= 1) {
    const rest = word.slice(0, -length);
    if (mayStay(rest, BY_ENDING.get(word.slice(-length)))) return rest;
  }
  return word;
}

function mayStay(rest: string, ending: Endings | undefined): boolean {
  if (!ending || rest.length < ending.rest || !VOWEL.test(rest)) return false;
  return ending.after?.test(rest) ?? true;
}
