/** An answer that is JSON already, made in SQL: sent as it is instead of being parsed and written again. */
export class JsonText {
  /** As text, or as the bytes of UTF-8. */
  constructor(readonly content: string | Buffer) {}

  /** The answer as values, for those who reshape it. */
  parsed(): unknown {
    return JSON.parse(this.content.toString());
  }
}
