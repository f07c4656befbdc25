import { describe, expect, it } from '@jest/globals';
import { lengthOf } from '../http/index.js';
import { commonPasswords, isCommonPassword } from './common-passwords.js';
import { PASSWORD_MAX, PASSWORD_MIN } from './passwords.js';

describe('common passwords (OWASP ASVS 5.0, 6.2.4)', () => {
  it('are at least 3,000 that could be chosen here, each in lower case', () => {
    const all = [...commonPasswords()];
    expect(all.length).toBeGreaterThanOrEqual(3_000);
    const useless = all.filter((one) => lengthOf(one) < PASSWORD_MIN || lengthOf(one) > PASSWORD_MAX);
    expect(useless).toEqual([]);
    expect(all.filter((one) => one !== one.toLowerCase() || !one.isWellFormed())).toEqual([]);
  });

  it.each(['123456789012', 'qwertyuiop123', 'Password1234', '1QAZ2WSX3EDC'])(
    'are known in whatever case: %s',
    (one) => {
      expect(isCommonPassword(one)).toBe(true);
    },
  );

  it.each(['a long enough password', 'Көктемде қар ериді', '123456789012 but longer'])('are no others: %s', (one) => {
    expect(isCommonPassword(one)).toBe(false);
  });
});
