import { describe, expect, it } from '@jest/globals';
import { encodingFor, packed } from './compression.js';
import { cookieIn, cookieText } from './cookies.js';

const secure = { publicUrl: 'https://kenes.example' };
const plain = { publicUrl: 'http://192.168.1.5:3000' };

describe('cookies', () => {
  it('are bound to the host over https and closed to scripts everywhere', () => {
    expect(cookieText(secure, 'sid', 'abc')).toBe('__Host-sid=abc; Path=/; HttpOnly; SameSite=Lax; Secure');
    expect(cookieText(plain, 'sid', 'abc')).toBe('sid=abc; Path=/; HttpOnly; SameSite=Lax');
  });

  it('last as long as is said, and are taken away at once', () => {
    expect(cookieText(plain, 'lang', 'ru', 60)).toMatch(/; Max-Age=60$/);
    expect(cookieText(plain, 'sid', undefined)).toBe('sid=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  });

  it('are found by their whole name only', () => {
    const header = 'xsid=1; sid=2 ;  __Host-sid=3; lang=kk';
    expect(cookieIn(header, plain, 'sid')).toBe('2');
    expect(cookieIn(header, secure, 'sid')).toBe('3');
    expect(cookieIn(header, secure, 'lang')).toBeUndefined();
    expect(cookieIn(undefined, plain, 'sid')).toBeUndefined();
  });
});

describe('packing', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.0', 'identity'],
    ['*', 'identity'],
  ])('of an answer to “%s” is %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding);
  });

  it('leaves alone what is small already', async () => {
    const small = Buffer.from('қысқа');
    expect(await packed(small, 'br')).toEqual({ bytes: small, encoding: 'identity' });
    const large = Buffer.from('ұзақ мәтін '.repeat(500));
    expect((await packed(large, 'gzip')).bytes.length).toBeLessThan(large.length / 10);
  });
});
