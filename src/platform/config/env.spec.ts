import { describe, expect, it } from '@jest/globals';
import { readEnv, WrongSettings } from './env.js';

const faultsOf = (source: Record<string, string>): readonly string[] => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof WrongSettings) return error.faults;
  }
  return [];
};

describe('the environment', () => {
  it('needs nothing outside production', () => {
    expect(readEnv({})).toMatchObject({ production: false, port: 3000, host: '127.0.0.1', demo: true });
  });

  it('counts an empty variable as absent', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('names every wrong variable at once', () => {
    const faults = faultsOf({ PORT: '1e3', DATABASE_URL: 'mysql://x', KENES_NOW: 'tomorrow', KENES_DEMO: 'no' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL', 'KENES_DEMO', 'KENES_NOW']);
  });

  it('asks for both logins and the public address in production', () => {
    const faults = faultsOf({ NODE_ENV: 'production' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['DATABASE_URL', 'DATABASE_OWNER_URL', 'PUBLIC_URL']);
  });

  it('refuses a moved clock in production', () => {
    const faults = faultsOf({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://a@b/c',
      DATABASE_OWNER_URL: 'postgres://o@b/c',
      PUBLIC_URL: 'https://kenes.example',
      KENES_NOW: '2026-11-20T09:00:00+05:00',
    });
    expect(faults).toEqual(['KENES_NOW moves the clock and is refused in production.']);
  });

  it.each([
    [{}, 'no-reply@kenes.example'],
    [{ PUBLIC_URL: 'https://192.168.1.7:3000' }, 'no-reply@kenes.example'],
    [{ PUBLIC_URL: 'https://kenes.gov.example:8443/' }, 'no-reply@kenes.gov.example'],
    [{ PUBLIC_URL: 'https://kenes.gov.example', MAIL_FROM: 'council@gov.example' }, 'council@gov.example'],
  ])('says with %j that letters come from %s', (source, expected) => {
    expect(readEnv(source).mailFrom).toBe(expected);
  });

  it.each(['nobody', 'a@b@c', 'Kenes <a@b.example>', 'a@b.example, c@d.example'])('refuses MAIL_FROM=%s', (address) => {
    expect(faultsOf({ MAIL_FROM: address })).toEqual(['MAIL_FROM must be an e-mail address, without a name.']);
  });

  it.each<[Record<string, string>, object]>([
    [{}, { commentsPerPerson: { count: 30, seconds: 600 }, commentsPerAddress: { count: 10_000, seconds: 600 } }],
    [{}, { commentsPerConsultation: { count: 75_000, seconds: 60 }, trustedProxies: [] }],
    [{ COMMENTS_PER_PERSON: '5/60' }, { commentsPerPerson: { count: 5, seconds: 60 } }],
    [{ COMMENTS_PER_ADDRESS: '0' }, { commentsPerAddress: { count: 0, seconds: 0 } }],
    [{ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }, { trustedProxies: ['10.0.0.0/8', '::1'] }],
  ])('reads the limits of comments and the trusted proxies of %j', (source, expected) => {
    expect(readEnv(source)).toMatchObject(expected);
  });

  it.each(['30', '0/60', '30/0', '-1/60', '1e3/60', '30/60/1', 'none'])('refuses COMMENTS_PER_PERSON=%s', (value) => {
    expect(faultsOf({ COMMENTS_PER_PERSON: value })).toEqual([expect.stringMatching(/^COMMENTS_PER_PERSON /)]);
  });

  it.each(['proxy', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8', '::1/129', '10.0.0.1 10.0.0.2'])(
    'refuses TRUSTED_PROXIES=%s',
    (value) => {
      expect(faultsOf({ TRUSTED_PROXIES: value })).toEqual([expect.stringMatching(/^TRUSTED_PROXIES /)]);
    },
  );

  it('keeps files in a bucket when it is named with its key, and refuses half of that', () => {
    const key = { FILES_S3_ACCESS_KEY: 'key', FILES_S3_SECRET_KEY: 'secret' };
    expect(readEnv({}).filesS3).toBeUndefined();
    expect(readEnv({ ...key, FILES_S3_URL: 'https://s3.example:9000/kenes-files' }).filesS3).toEqual({
      endpoint: 'https://s3.example:9000',
      bucket: 'kenes-files',
      region: 'us-east-1',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
    });
    const half = ['FILES_S3_URL, FILES_S3_ACCESS_KEY and FILES_S3_SECRET_KEY are set together or not at all.'];
    expect(faultsOf(key)).toEqual(half);
    expect(faultsOf({ FILES_S3_URL: 'https://s3.example/kenes-files' })).toEqual(half);
    for (const url of ['https://s3.example', 'https://s3.example/a/b', 'https://s3.example/A']) {
      expect(faultsOf({ ...key, FILES_S3_URL: url })).toEqual([
        'FILES_S3_URL must end with the name of a bucket, such as https://s3.example/files.',
      ]);
    }
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readEnv({}))).toBe(true);
  });
});
