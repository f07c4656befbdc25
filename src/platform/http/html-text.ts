/** An answer that is a whole page, or the way to one: sent as it is, with its status and headers. */
export class HtmlText {
  constructor(
    readonly text: string,
    readonly status: number = 200,
    readonly headers: Readonly<Record<string, string | string[]>> = {},
  ) {}

  /** The same answer with further headers; cookies are added to those it has. */
  with(headers: Readonly<Record<string, string | string[]>>): HtmlText {
    const cookies = [this.headers, headers].flatMap(({ 'set-cookie': some = [] }) => some);
    const all = { ...this.headers, ...headers, ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) };
    return new HtmlText(this.text, this.status, all);
  }
}
