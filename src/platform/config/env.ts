import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** So many within a window of so many seconds; a count of 0 is no limit. */
export interface Quota {
  readonly count: number;
  readonly seconds: number;
}

/** Where files are kept outside this machine. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The settings of this process, read once and frozen. */
export class Env {
  readonly production!: boolean;
  readonly port!: number;
  readonly host!: string;
  /** The application's login; absent = the embedded database. */
  readonly databaseUrl!: string | undefined;
  /** The login that migrates and owns the tables. */
  readonly databaseOwnerUrl!: string | undefined;
  readonly dataDir!: string;
  /** Absent = files are kept in the data folder. */
  readonly filesS3!: S3Settings | undefined;
  readonly demo!: boolean;
  /** The instant at which the application's clock starts; refused in production. */
  readonly startsAt!: Date | undefined;
  readonly publicUrl!: string;
  readonly smtpUrl!: string | undefined;
  /** The address that letters come from. */
  readonly mailFrom!: string;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies!: readonly string[];
  /** Comments that are taken from one person, from one address, and in one consultation. */
  readonly commentsPerPerson!: Quota;
  readonly commentsPerAddress!: Quota;
  readonly commentsPerConsultation!: Quota;
  readonly logLevel!: string;
}

/** Every wrong variable with what is wrong about it. */
export class WrongSettings extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'WrongSettings';
  }
}

type Source = Readonly<Record<string, string | undefined>>;

/** Reads all variables; an empty one counts as absent. Throws `WrongSettings` naming every wrong one. */
export function readEnv(source: Source = process.env): Env {
  const read = new Reader(source);
  const production = read.oneOf('NODE_ENV', ['development', 'test', 'production'], 'development') === 'production';
  const port = read.port('PORT', 3000);
  const env: Env = {
    production,
    port,
    host: read.text('HOST', production ? '0.0.0.0' : '127.0.0.1'),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:'], production),
    databaseOwnerUrl: read.url('DATABASE_OWNER_URL', ['postgres:', 'postgresql:'], production),
    dataDir: resolve(read.text('KENES_DATA_DIR', '.kenes')),
    filesS3: s3In(read),
    demo: read.oneOf('KENES_DEMO', ['0', '1'], '1') === '1',
    startsAt: read.instant('KENES_NOW', production),
    publicUrl: read.url('PUBLIC_URL', ['http:', 'https:'], production) ?? `http://127.0.0.1:${port}`,
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:'], false),
    mailFrom: read.address('MAIL_FROM', `no-reply@${domainOf(read.text('PUBLIC_URL', ''))}`),
    trustedProxies: read.networks('TRUSTED_PROXIES'),
    commentsPerPerson: read.quota('COMMENTS_PER_PERSON', '30/600'),
    commentsPerAddress: read.quota('COMMENTS_PER_ADDRESS', '10000/600'),
    commentsPerConsultation: read.quota('COMMENTS_PER_CONSULTATION', '75000/60'),
    logLevel: read.oneOf('LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'info'),
  };
  read.refuse(
    env.databaseOwnerUrl !== undefined && env.databaseUrl === undefined,
    'DATABASE_OWNER_URL is set without DATABASE_URL.',
  );
  if (read.faults.length > 0) throw new WrongSettings(read.faults);
  return Object.freeze(env);
}

const S3_PATH = /^\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** A bucket by its address, server and name, with the key to it. */
function s3In(read: Reader): S3Settings | undefined {
  const url = read.url('FILES_S3_URL', ['https:', 'http:'], false);
  const accessKeyId = read.text('FILES_S3_ACCESS_KEY', '');
  const secretAccessKey = read.text('FILES_S3_SECRET_KEY', '');
  const region = read.text('FILES_S3_REGION', 'us-east-1');
  const isWhole = accessKeyId !== '' && secretAccessKey !== '';
  read.refuse(
    (url !== undefined && !isWhole) || (url === undefined && accessKeyId + secretAccessKey !== ''),
    'FILES_S3_URL, FILES_S3_ACCESS_KEY and FILES_S3_SECRET_KEY are set together or not at all.',
  );
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  read.refuse(
    !S3_PATH.test(pathname),
    'FILES_S3_URL must end with the name of a bucket, such as https://s3.example/files.',
  );
  return { endpoint: origin, bucket: pathname.slice(1), region, accessKeyId, secretAccessKey };
}

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

/** The domain of an address on the web; a machine without a name sends no letters to anybody. */
function domainOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return /[a-z]\.?$/i.test(host) && host.includes('.') ? host : 'kenes.example';
}

const ADDRESS_BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

function isNetwork(text: string): boolean {
  const [, address = '', prefix = '1'] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  return Number(prefix) > 0 && Number(prefix) <= (ADDRESS_BITS[isIP(address)] ?? -1);
}

class Reader {
  readonly faults: string[] = [];

  constructor(private readonly source: Source) {}

  text(name: string): string | undefined;
  text(name: string, otherwise: string): string;
  text(name: string, otherwise?: string): string | undefined {
    const value = this.source[name]?.trim();
    return value === undefined || value === '' ? otherwise : value;
  }

  refuse(isWrong: boolean, fault: string): void {
    if (isWrong) this.faults.push(fault);
  }

  networks(name: string): string[] {
    const networks = this.text(name, '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    this.refuse(!networks.every(isNetwork), `${name} must be addresses or networks such as 10.0.0.0/8, with commas.`);
    return networks;
  }

  quota(name: string, otherwise: string): Quota {
    const value = this.text(name, otherwise);
    const [, count = '0', seconds = '0'] = /^(\d{1,9})\/(\d{1,5})$/.exec(value) ?? [];
    const quota = { count: Number(count), seconds: Number(seconds) };
    const isOne = value === '0' || (quota.count > 0 && quota.seconds > 0);
    this.refuse(!isOne, `${name} must be a number and seconds, such as 30/600, or 0 for no limit.`);
    return quota;
  }

  oneOf(name: string, allowed: readonly string[], otherwise: string): string {
    const value = this.text(name, otherwise);
    if (!allowed.includes(value)) this.faults.push(`${name} must be one of: ${allowed.join(', ')}.`);
    return value;
  }

  port(name: string, otherwise: number): number {
    const value = this.text(name, String(otherwise));
    const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
    if (!(port >= 0 && port <= 65_535)) this.faults.push(`${name} must be a port number, 0 to 65535.`);
    return port;
  }

  address(name: string, otherwise: string): string {
    const value = this.text(name, otherwise);
    if (!ADDRESS.test(value)) this.faults.push(`${name} must be an e-mail address, without a name.`);
    return value;
  }

  url(name: string, protocols: readonly string[], required: boolean): string | undefined {
    const value = this.text(name);
    if (value === undefined) {
      if (required) this.faults.push(`${name} is required in production.`);
      return undefined;
    }
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      this.faults.push(`${name} must be a URL that starts with ${protocols.map((one) => `${one}//`).join(' or ')}.`);
    }
    return value.replace(/\/$/, '');
  }

  instant(name: string, production: boolean): Date | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (production) this.faults.push(`${name} moves the clock and is refused in production.`);
    const instant = new Date(value);
    if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) || Number.isNaN(instant.getTime())) {
      this.faults.push(`${name} must be an instant with offset, such as 2026-11-20T09:00:00+05:00.`);
    }
    return instant;
  }
}
