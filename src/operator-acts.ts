import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { isEmail } from 'class-validator';
import { BodiesService } from './bodies/index.js';
import { CalendarService } from './calendar/index.js';
import { ImportsService, NotAPortalPage, readPortalPage, type PortalPage } from './imports/index.js';
import { MadeUpComments, type MadeUpWish } from './made-up-comments/index.js';
import { Env, readEnv } from './platform/config/index.js';
import { UnitOfWork } from './platform/database/index.js';
import { AccountsService, GrantsService } from './platform/identity/index.js';
import { JournalVerification } from './platform/journal/index.js';
import { Clock, OPERATOR } from './platform/kernel/index.js';
import { loggerFor } from './logger.js';
import { Refusal } from './operator-refusals.js';
import { prepared, type Prepared } from './preparation.js';
import { ServicesModule } from './services.module.js';

type Say = (line: string) => void;

/** A file that was named on the command line, and what it holds. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** Facts that are read from a table. */
export type Table = 'territories' | 'bodies' | 'days';

/** Reads saved pages of the national portal; those of one discussion make one record. */
export async function importPages(files: readonly NamedText[], say: Say): Promise<void> {
  const pages = readPages(files);
  await withServices(say, async (app) => {
    const imported = await app.get(ImportsService).import(pages, OPERATOR);
    for (const { file, outcome } of imported.map((outcome, at) => ({ file: files[at]?.file ?? '', outcome }))) {
      say(`${file}: consultation ${outcome.consultationId} ${outcome.what}, ${outcome.comments} comments added.`);
    }
  });
}

/** Pages by their files; every file that is no page of the portal is named with what it lacks. */
function readPages(files: readonly NamedText[]): PortalPage[] {
  const faults: string[] = [];
  const pages = files.flatMap(({ file, text }) => {
    try {
      return [readPortalPage(text)];
    } catch (error) {
      if (!(error instanceof NotAPortalPage)) throw error;
      faults.push(`${file}: ${error.message}`);
      return [];
    }
  });
  if (faults.length > 0) throw new Refusal([...faults, 'Nothing was stored.'].join('\n'));
  return pages;
}

const TABLES: Readonly<Record<Table, (app: INestApplicationContext, csv: string) => Promise<number>>> = {
  territories: (app, csv) => app.get(BodiesService).importTerritories(csv, OPERATOR),
  bodies: (app, csv) => app.get(BodiesService).importBodies(csv, OPERATOR),
  days: (app, csv) => app.get(CalendarService).import(csv, OPERATOR),
};

/** Reads a table, all its rows or none. */
export async function importTable(table: Table, csv: string, say: Say): Promise<void> {
  await withServices(say, async (app) => {
    say(`${await TABLES[table](app, csv)} rows read.`);
  });
}

/** Invites a person and makes them an administrator, both or neither. */
export async function inviteAdministrator(email: string, displayName: string, say: Say): Promise<void> {
  if (!isEmail(email)) throw new Refusal(`“${email}” is not an e-mail address.`);
  await withServices(say, async (app) => {
    await app.get(UnitOfWork).run(async () => {
      await app.get(AccountsService).invite({ email, displayName, language: 'kk' }, OPERATOR);
      await app.get(GrantsService).give({ email, role: 'admin' }, OPERATOR);
    });
    say(`${email} is an administrator once the link in the letter is used; the worker sends the letter.`);
  });
}

/** How often it is told how far it is. */
const TOLD_EVERY = 10_240;

/** Fills an open consultation with comments that are made up; refused in production. */
export async function generateComments(wish: MadeUpWish, say: Say): Promise<void> {
  if (readEnv().production) throw new Refusal('Comments are not made up in production. Nothing was stored.');
  await withServices(say, async (app) => {
    const began = performance.now();
    const consultationId = await app.get(MadeUpComments).make(wish, (count) => {
      if (count % TOLD_EVERY === 0) say(`${count} comments`);
    });
    const seconds = Math.round((performance.now() - began) / 1_000);
    say(`${wish.count} comments were made up in consultation ${consultationId} in ${seconds} s.`);
    say('A worker puts them into groups within minutes.');
  });
}

/** Reads the journal again; throws what is wrong with it. */
export async function verifyJournal(say: Say): Promise<void> {
  await withServices(say, async (app) => {
    const { entries, faults } = await app.get(JournalVerification).run();
    if (faults.length > 0) throw new Refusal(faults.join('\n'));
    say(`The journal is sound: ${entries} entries.`);
  });
}

/** Runs on the application's services, and closes them and an embedded database afterwards. */
async function withServices(say: Say, act: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  const { app, database } = await services(say);
  try {
    await act(app);
  } finally {
    await app.close();
    await database.close();
  }
}

/** The services without routes and pages, beside a server that may be running. */
function services(say: Say): Promise<Prepared<INestApplicationContext>> {
  const env = Object.assign(new Env(), readEnv(), { logLevel: 'error' });
  return prepared({
    env,
    clock: new Clock(env.startsAt),
    say,
    share: true,
    create: (surroundings) =>
      NestFactory.createApplicationContext(ServicesModule.for(surroundings), {
        abortOnError: false,
        logger: loggerFor(env),
      }),
  });
}
