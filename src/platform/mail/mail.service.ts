import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Env } from '../config/index.js';
import { newId } from '../database/index.js';
import { translate } from '../i18n/index.js';
import { Jobs } from '../jobs/index.js';
import type { Language, Params } from '../kernel/index.js';

/** A letter to be sent: sentences `mail.<kind>.subject` and `mail.<kind>.text` in the reader's language. */
export interface Letter {
  readonly to: string;
  readonly kind: string;
  readonly language: Language;
  readonly params: Params;
}

const TASK = 'mail.send';
/** Quoted-printable keeps the links of a letter in the outbox readable. */
const ENCODING = 'quoted-printable';

/** Letters out: to `SMTP_URL`, or as `.eml` files under `KENES_DATA_DIR/outbox` when none is set. */
@Injectable()
export class Mail implements OnModuleInit {
  readonly #transport: Transporter;

  constructor(
    private readonly env: Env,
    private readonly jobs: Jobs,
  ) {
    this.#transport = env.smtpUrl
      ? createTransport(env.smtpUrl)
      : createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  }

  onModuleInit(): void {
    this.jobs.register(TASK, (letter: Letter) => this.deliver(letter));
  }

  /** Enqueues a letter in the act's transaction. */
  async send(letter: Letter): Promise<void> {
    await this.jobs.add(TASK, letter);
  }

  /** Hands a letter over; throws when the mail server does not take it, and the job is tried again. */
  async deliver({ to, kind, language, params }: Letter): Promise<void> {
    const subject = translate(language, `mail.${kind}.subject`, params);
    const text = translate(language, `mail.${kind}.text`, params);
    const headers = { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' };
    const from = { name: 'Kenes', address: this.env.mailFrom };
    const letter = { from, to, subject, text, headers, textEncoding: ENCODING } as const;
    const sent = (await this.#transport.sendMail(letter)) as { message?: Buffer };
    if (!this.env.smtpUrl && sent.message) await this.#keep(sent.message);
  }

  /** Written beside and renamed, so that a reader never sees half a letter. */
  async #keep(message: Buffer): Promise<void> {
    const outbox = join(this.env.dataDir, 'outbox');
    await mkdir(outbox, { recursive: true });
    const path = join(outbox, `${newId()}.eml`);
    await writeFile(`${path}.part`, message, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
}
