/** An answer that is a whole page, or the way to one: sent as it is, with its status and headers. */
export class HtmlText {
  constructor(
    readonly text: string,
    readonly status: number = 200,
    readonly headers: Readonly<Record<string, string | string[]>> = {},
  ) {}

  /** The same answer with further headers, such as a cookie. */
  with(headers: Readonly<Record<string, string | string[]>>): HtmlText {
    return new HtmlText(this.text, this.status, { ...this.headers, ...headers });
  }
}
