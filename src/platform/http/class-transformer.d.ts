// What class-transformer knows of a class; the package types it, but not at the address where it can be imported.
declare module 'class-transformer/cjs/storage.js' {
  interface TransformMetadata {
    readonly transformFn: (about: {
      value: unknown;
      key: string;
      obj: object;
      type: number;
      options: object;
    }) => unknown;
    readonly options?: Readonly<Record<string, unknown>>;
  }
  export const defaultMetadataStorage: {
    findTypeMetadata(target: unknown, property: string): unknown;
    findTransformMetadatas(target: unknown, property: string, kind: number): TransformMetadata[];
    getExposedMetadatas(target: unknown): unknown[];
    getExcludedMetadatas(target: unknown): unknown[];
  };
}
