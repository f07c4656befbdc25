/** An answer that is JSON already, made in SQL: sent as it is instead of being parsed and written again. */
export class JsonText {
  constructor(readonly text: string) {}

  /** The answer as values, for those who reshape it. */
  parsed(): unknown {
    return JSON.parse(this.text);
  }
}
