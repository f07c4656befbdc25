import { setTimeout as sleep } from 'node:timers/promises';
import { loadFacts } from '../../src/facts.js';
import { publishedConsultation } from '../factories/consultations.js';
import { person, type Person } from './people.js';
import type { KillableCluster } from './killable-cluster.js';
import { startBeside, untilReady, type KenesProcess } from './process.js';
import { startTestApplication, type TestApplication } from './test-application.js';

const CLIENTS = 8;
const PAUSE_MS = 20;
const AGAIN_MS = 30;

/** A comment that a client wants to be stored once, however often it must ask. */
interface Wish {
  readonly key: string;
  readonly text: string;
}

/** Clients that comment without a pause at two processes, and ask again by the same key until they hold a receipt. */
export class CommentsUnderLoad {
  /** Receipts that clients hold, by the text. */
  readonly receipts = new Map<string, string>();
  /** What nobody should be told: other statuses than 201 and 503, and other receipts than the first. */
  readonly faults: string[] = [];
  /** Requests of which a client never learnt what became of them, or was asked to come again. */
  interrupted = 0;
  wished = 0;
  readonly #clients: Promise<void>[] = [];
  readonly #processes: KenesProcess[] = [];
  #starting: Promise<void>[] = [];
  #starts = 0;
  #goesOn = true;
  #isGivenUp = false;

  private constructor(
    private readonly test: TestApplication,
    private readonly path: string,
  ) {}

  /** Prepares a consultation and people, starts two processes, and lets the clients begin. */
  static async begin(cluster: KillableCluster): Promise<CommentsUnderLoad> {
    const test = await startTestApplication({ database: cluster.database });
    await loadFacts(test.app);
    const { consultationId } = await publishedConsultation(test);
    const people = await Promise.all(Array.from({ length: CLIENTS }, () => person(test)));
    await test.app.close();
    const load = new CommentsUnderLoad(test, `/api/v1/consultations/${consultationId}/comments`);
    await Promise.all([load.#start(), load.#start()]);
    for (const author of people) load.#clients.push(load.#client(author));
    return load;
  }

  /** Waits until both processes work: one that starts while the database is away ends, as it should. */
  async whole(): Promise<void> {
    await Promise.all(this.#starting);
  }

  /** Kills a process that works; another takes its place in the background while the other goes on. */
  async killProcess(): Promise<void> {
    await this.whole();
    const [victim] = this.#processes.splice(0, 1);
    this.#starting = [this.#start()];
    await victim?.end('SIGKILL');
  }

  /** Lets each client have its last receipt. */
  async finish(): Promise<void> {
    await this.whole();
    this.#goesOn = false;
    await Promise.all(this.#clients);
  }

  async end(): Promise<void> {
    this.#goesOn = false;
    this.#isGivenUp = true;
    await Promise.allSettled(this.#starting);
    await Promise.all(this.#processes.map((one) => one.end('SIGKILL')));
    await Promise.all(this.#clients);
  }

  async #start(): Promise<void> {
    this.#starts += 1;
    const kenes = await startBeside(this.test, this.#starts);
    await untilReady(kenes);
    this.#processes.push(kenes);
  }

  async #client(author: Person): Promise<void> {
    while (this.#goesOn) {
      const key = `wish-${(this.wished += 1)}`;
      await this.#insist(author, { key, text: `Пікір ${key}` });
      await sleep(PAUSE_MS);
    }
  }

  /** Asks until the receipt is there. */
  async #insist(author: Person, wish: Wish): Promise<void> {
    while (!this.#isGivenUp) {
      const answer = await this.#send(author, wish).catch(() => undefined);
      if (answer?.status === 201) {
        this.receipts.set(wish.text, answer.receipt);
        return;
      }
      if (answer && answer.status !== 503) {
        this.faults.push(`${wish.key}: ${answer.status}`);
        return;
      }
      this.interrupted += 1;
      await sleep(AGAIN_MS);
    }
  }

  async #send(author: Person, { key, text }: Wish): Promise<{ status: number; receipt: string }> {
    const at = Math.floor(Math.random() * this.#processes.length);
    const response = await fetch(`${this.#processes[at]?.address ?? ''}${this.path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${author.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ text, language: 'kk' }),
    });
    const { receipt } = (await response.json()) as { receipt?: { number: string } };
    return { status: response.status, receipt: receipt?.number ?? '' };
  }
}
