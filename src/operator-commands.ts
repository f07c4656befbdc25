import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { MadeUpWish } from './made-up-comments/index.js';
import type { NamedText, Table } from './operator-acts.js';
import { Refusal, WrongUsage } from './operator-refusals.js';

/** Where a command speaks: what it did, and what went wrong. */
export interface Output {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

type Say = Output['say'];

/** A command of the operator: its words, what follows them, and what it does. Throws when it cannot. */
interface Command {
  readonly words: string;
  readonly operands: string;
  /** How many operands it takes. */
  readonly least: number;
  readonly most?: number;
  readonly does: string;
  readonly run: (operands: readonly string[], say: Say) => Promise<void>;
}

/** All commands, in the order in which they are explained. */
const COMMANDS: readonly Command[] = [
  {
    words: 'migrate',
    operands: '',
    least: 0,
    most: 0,
    does: 'brings the database to this version',
    run: migrateOnly,
  },
  {
    words: 'import open-npa',
    operands: '<page.html…>',
    least: 1,
    does: 'reads saved pages of the national portal; those of one discussion make one record',
    run: importPages,
  },
  {
    words: 'import territories',
    operands: '<file.csv>',
    least: 1,
    most: 1,
    does: 'reads territories by KATO code',
    run: tableOf('territories'),
  },
  {
    words: 'import bodies',
    operands: '<file.csv>',
    least: 1,
    most: 1,
    does: 'reads government bodies',
    run: tableOf('bodies'),
  },
  {
    words: 'import days',
    operands: '<file.csv>',
    least: 1,
    most: 1,
    does: 'reads holidays, days off and moved working days',
    run: tableOf('days'),
  },
  {
    words: 'admin',
    operands: '<e-mail> <name…>',
    least: 2,
    does: 'invites a person to be an administrator',
    run: inviteAdministrator,
  },
  {
    words: 'generate comments',
    operands: '--count <n> …',
    least: 1,
    does: 'makes up comments: [--consultation <id>] [--seed <n>]; never in production',
    run: generateComments,
  },
  {
    words: 'journal verify',
    operands: '',
    least: 0,
    most: 0,
    does: 'reads the journal again: numbers without a gap, every hash',
    run: verifyJournal,
  },
];

const USAGE = [
  'npm run kenes -- <command>',
  '',
  ...COMMANDS.map(({ words, operands, does }) => `  ${`${words} ${operands}`.trimEnd().padEnd(34)}  ${does}`),
].join('\n');

/** Runs one command. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
export async function runCommand(words: readonly string[], { say, complain }: Output): Promise<0 | 1 | 2> {
  try {
    if (['help', '--help', '-h'].includes(words[0] ?? '')) say(USAGE);
    else await dispatch(words, say);
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      complain(USAGE);
      return 2;
    }
    for (const sentence of await sentences(error)) complain(sentence);
    return 1;
  }
}

async function sentences(error: unknown): Promise<string[]> {
  if (error instanceof Refusal) return [error.message];
  return (await import('./operator-faults.js')).sentencesOf(error);
}

async function dispatch(words: readonly string[], say: Say): Promise<void> {
  const line = `${words.join(' ')} `;
  const command = COMMANDS.find((one) => line.startsWith(`${one.words} `));
  if (!command) throw new WrongUsage();
  const operands = words.slice(command.words.split(' ').length);
  const { least, most = Infinity } = command;
  if (operands.length < least || operands.length > most || operands.includes('')) throw new WrongUsage();
  await command.run(operands, say);
}

// The application is read where a command comes to need it: usage and a wrong file are told at once.
const acts = () => import('./operator-acts.js');

async function migrateOnly(_: readonly string[], say: Say): Promise<void> {
  const { readEnv } = await import('./platform/config/index.js');
  const { migrate, openDatabase } = await import('./platform/database/index.js');
  const database = await openDatabase(readEnv(), say, true);
  try {
    const ran = await migrate(database.ownerUrl, database.url);
    for (const name of ran) say(`ran ${name}`);
    say(ran.length === 0 ? 'The database is of this version already.' : 'The database is of this version now.');
  } finally {
    await database.close();
  }
}

async function importPages(files: readonly string[], say: Say): Promise<void> {
  const texts = await Promise.all(files.map(async (file): Promise<NamedText> => ({ file, text: await textIn(file) })));
  await (await acts()).importPages(texts, say);
}

function tableOf(table: Table): Command['run'] {
  return async ([file = ''], say) => {
    const csv = await textIn(file);
    await (await acts()).importTable(table, csv, say);
  };
}

async function inviteAdministrator([email = '', ...names]: readonly string[], say: Say): Promise<void> {
  await (await acts()).inviteAdministrator(email, names.join(' '), say);
}

async function generateComments(operands: readonly string[], say: Say): Promise<void> {
  const wish = wishIn(operands);
  await (await acts()).generateComments(wish, say);
}

/** So many at most, so that a slip of the hand does not fill the disk. */
const MADE_UP_MOST = 1_000_000;

function wishIn(operands: readonly string[]): MadeUpWish {
  const text = { type: 'string' } as const;
  const { count, consultation, seed = '1' } = valuesIn(operands, { count: text, consultation: text, seed: text });
  const isId = consultation === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(consultation);
  if (!isCount(count) || !isCount(seed) || !isId) throw new WrongUsage();
  return { count: Number(count), consultationId: consultation, seed: Number(seed) };
}

function isCount(text: string | undefined): text is string {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) && Number(text) <= MADE_UP_MOST;
}

function valuesIn<T extends Record<string, { type: 'string' }>>(
  operands: readonly string[],
  options: T,
): Partial<Record<keyof T, string>> {
  try {
    return parseArgs({ args: [...operands], options }).values;
  } catch {
    throw new WrongUsage();
  }
}

async function verifyJournal(_: readonly string[], say: Say): Promise<void> {
  await (await acts()).verifyJournal(say);
}

async function textIn(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Refusal(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refusal(`${file} is not UTF-8.`, { cause });
  }
}
