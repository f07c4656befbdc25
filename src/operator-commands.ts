import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { BodiesService } from './bodies/index.js';
import { CalendarService } from './calendar/index.js';
import { ImportsService, NotAPortalPage, readPortalPage, type PortalPage } from './imports/index.js';
import { readEnv } from './platform/config/index.js';
import { migrate, openDatabase, UnitOfWork } from './platform/database/index.js';
import { AccountsService, GrantsService } from './platform/identity/index.js';
import { JournalVerification } from './platform/journal/index.js';
import { OPERATOR } from './platform/kernel/index.js';
import { Refusal, sentencesOf, WrongUsage } from './operator-faults.js';
import { prepare } from './start-up.js';

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
    run: importCsv((app, csv) => app.get(BodiesService).importTerritories(csv, OPERATOR)),
  },
  {
    words: 'import bodies',
    operands: '<file.csv>',
    least: 1,
    most: 1,
    does: 'reads government bodies',
    run: importCsv((app, csv) => app.get(BodiesService).importBodies(csv, OPERATOR)),
  },
  {
    words: 'import days',
    operands: '<file.csv>',
    least: 1,
    most: 1,
    does: 'reads holidays, days off and moved working days',
    run: importCsv((app, csv) => app.get(CalendarService).import(csv, OPERATOR)),
  },
  {
    words: 'admin',
    operands: '<e-mail> <name…>',
    least: 2,
    does: 'invites a person to be an administrator',
    run: inviteAdministrator,
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
    for (const sentence of sentencesOf(error)) complain(sentence);
    return 1;
  }
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

/** Runs on the application, and closes it and an embedded database afterwards. */
async function withApplication(say: Say, act: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  const { app, database } = await prepare(say, 'command');
  try {
    await act(app);
  } finally {
    await app.close();
    await database.close();
  }
}

async function migrateOnly(_: readonly string[], say: Say): Promise<void> {
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
  const texts = await Promise.all(files.map(async (file) => ({ file, html: await textIn(file) })));
  const pages = readPages(texts);
  await withApplication(say, async (app) => {
    const imported = await app.get(ImportsService).import(pages, OPERATOR);
    for (const { file, outcome } of imported.map((outcome, at) => ({ file: files[at] ?? '', outcome }))) {
      say(`${file}: consultation ${outcome.consultationId} ${outcome.what}, ${outcome.comments} comments added.`);
    }
  });
}

/** Pages by their files; every file that is no page of the portal is named with what it lacks. */
function readPages(texts: readonly { file: string; html: string }[]): PortalPage[] {
  const faults: string[] = [];
  const pages = texts.flatMap(({ file, html }) => {
    try {
      return [readPortalPage(html)];
    } catch (error) {
      if (!(error instanceof NotAPortalPage)) throw error;
      faults.push(`${file}: ${error.message}`);
      return [];
    }
  });
  if (faults.length > 0) throw new Refusal([...faults, 'Nothing was stored.'].join('\n'));
  return pages;
}

function importCsv(act: (app: INestApplicationContext, csv: string) => Promise<number>): Command['run'] {
  return async ([file = ''], say) => {
    const csv = await textIn(file);
    await withApplication(say, async (app) => {
      say(`${await act(app, csv)} rows read.`);
    });
  };
}

async function inviteAdministrator([email = '', ...names]: readonly string[], say: Say): Promise<void> {
  if (!isEmail(email)) throw new Refusal(`“${email}” is not an e-mail address.`);
  const wanted = { email, displayName: names.join(' '), language: 'kk' } as const;
  await withApplication(say, async (app) => {
    await app.get(UnitOfWork).run(async () => {
      await app.get(AccountsService).invite(wanted, OPERATOR);
      await app.get(GrantsService).give({ email, role: 'admin' }, OPERATOR);
    });
    say(`${email} is an administrator once the link in the letter is used; the worker sends the letter.`);
  });
}

async function verifyJournal(_: readonly string[], say: Say): Promise<void> {
  await withApplication(say, async (app) => {
    const { entries, faults } = await app.get(JournalVerification).run();
    if (faults.length > 0) throw new Refusal(faults.join('\n'));
    say(`The journal is sound: ${entries} entries.`);
  });
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
