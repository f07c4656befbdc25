/** What `@jest/globals` is for a test file: the functions of the circus that runs it. */
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test;

/** Gives the functions of the next test file's circus to all who import them. */
export function setGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globals);
}
