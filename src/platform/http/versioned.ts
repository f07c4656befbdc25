const VERSION = Symbol('version');

/** Marks an answer with the version of its row, for the ETag; the version itself is not sent in the body. */
export function versioned<T extends object>(thing: T, version: number): T {
  return Object.defineProperty(thing, VERSION, { value: version, enumerable: false });
}

/** The version of an answered thing, undefined where it has none. */
export function versionOf(thing: object): number | undefined {
  return (thing as { [VERSION]?: number })[VERSION];
}
