import { Injectable } from '@nestjs/common';
import { Statements } from '../database/index.js';
import { Clock, type Actor, type Grant, type Language } from '../kernel/index.js';
import type { OpenSessionResponse } from './identity.responses.js';
import { hashOf } from './tokens.js';

interface Row {
  readonly token: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly language: Language;
  readonly grants: Grant[];
}

/** A signed-in person and the session by which he is known. */
export interface SignedIn extends Actor {
  readonly sessionId: string;
}

const CITIZEN: Grant = Object.freeze({ role: 'citizen', councilId: null, bodyId: null, memberId: null });

const FIND = `
  select encode(s.token_hash, 'hex') as token, s.id as "sessionId", a.id as "accountId",
    a.display_name as "displayName", a.language,
    coalesce((select json_agg(json_build_object('role', g.role, 'councilId', g.council_id, 'bodyId', g.body_id,
                                                'memberId', g.member_id))
                from grants g where g.account_id = a.id and g.revoked_at is null), '[]') as grants
  from sessions s join accounts a on a.id = s.account_id
  where s.token_hash = any($1::bytea[]) and s.ended_at is null and s.expires_at > $2
    and a.confirmed_at is not null and a.disabled_at is null`;

/** A look-up that takes longer, on a connection that has died perhaps, holds up nobody who came after. */
const PATIENCE_MS = 250;
/** Most turns of the loop that a look-up waits for others. */
const TURNS = 4;

interface Waiting {
  readonly hash: Buffer;
  readonly resolve: (found: SignedIn | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Who a token belongs to. Requests of the same moment share one statement, and so do those that come while it is under
 * way; nothing is kept.
 */
@Injectable()
export class SessionsQueries {
  #waiting: Waiting[] = [];
  #asking = false;

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The person behind a token, or undefined when it has ended, expired, or never existed. */
  find(token: string): Promise<SignedIn | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ hash: hashOf(token), resolve, reject });
      this.#plan();
    });
  }

  /** The sessions of a person that last, the latest first. */
  async open({ accountId, sessionId }: SignedIn): Promise<OpenSessionResponse[]> {
    return this.statements.rows<OpenSessionResponse & Record<string, unknown>>(
      'sessions-open',
      `select id, started_at as "startedAt", expires_at as "expiresAt", id = $3 as current from sessions
        where account_id = $1 and ended_at is null and expires_at > $2 order by started_at desc, id desc`,
      [accountId, this.clock.now(), sessionId],
    );
  }

  #plan(): void {
    if (this.#asking || this.#waiting.length === 0) return;
    this.#asking = true;
    this.#askSoon(0, TURNS);
  }

  /** While more come with each turn of the loop, those are waited for: who was answered together asks again together. */
  #askSoon(known: number, turns: number): void {
    setImmediate(() => {
      const count = this.#waiting.length;
      if (turns > 0 && count > known) this.#askSoon(count, turns - 1);
      else void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = [];
    const goOn = onceOnly(() => {
      this.#asking = false;
      this.#plan();
    });
    const patience = setTimeout(goOn, PATIENCE_MS);
    try {
      const hashes = asked.map(({ hash }) => hash);
      const rows = await this.statements.rows<Row & Record<string, unknown>>('session-find', FIND, [
        hashes,
        this.clock.now(),
      ]);
      const found = new Map(rows.map((row) => [row.token, actor(row)]));
      for (const { hash, resolve } of asked) resolve(found.get(hash.toString('hex')));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
    clearTimeout(patience);
    goOn();
  }
}

function onceOnly(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

function actor({ sessionId, accountId, displayName, language, grants }: Row): SignedIn {
  return { kind: 'account', sessionId, accountId, displayName, language, grants: [CITIZEN, ...grants] };
}
