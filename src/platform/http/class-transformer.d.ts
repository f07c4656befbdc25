// What class-transformer knows of a class; the package types it, but not at the address where it can be imported.
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: {
    findTypeMetadata(target: unknown, property: string): unknown;
    findTransformMetadatas(target: unknown, property: string, kind: number): unknown[];
    getExposedMetadatas(target: unknown): unknown[];
    getExcludedMetadatas(target: unknown): unknown[];
  };
}
