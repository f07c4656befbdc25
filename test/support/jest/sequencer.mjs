import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/**
 * Files that start processes and servers, or send thousands of requests: begun last, one of them would run alone. Those
 * of the embedded database mostly wait: they follow the one that keeps both cores busy.
 */
const LONG = [
  'test/operations/',
  'test/api/cli',
  'test/portal/browser-pages',
  'test/database/',
  'test/journeys/',
  'test/api/hostile',
  'test/api/files',
  'test/portal/pages',
];

/** Begins with the files that take longest, also on a machine that has not run them yet. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path, context }) => {
      const at = LONG.findIndex((beginning) => relative(context.config.rootDir, path).startsWith(beginning));
      return at === -1 ? LONG.length : at;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
