/** An answer that is JSON already, made in SQL: sent as it is instead of being parsed and written again. */
export class JsonText {
  /** `text` may be its UTF-8 bytes as the database gave them: then it is neither decoded nor encoded on its way. */
  constructor(readonly text: string | Buffer) {}

  /** The answer as values, for those who reshape it. */
  parsed(): unknown {
    return JSON.parse(this.text.toString());
  }
}
