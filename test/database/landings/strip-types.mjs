import { transform } from '@swc/core';

/** The module of a TypeScript text that imports nothing. */
export async function stripTypes(source) {
  const { code } = await transform(source, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    swcrc: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
