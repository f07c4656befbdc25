/** What a name may hold where only ASCII is read, and nothing has to be escaped. */
const PLAIN = /^[\w !#$&+.^`|~()[\]{}@,;='-]*$/;

/**
 * `Content-Disposition` of a download (RFC 6266): the name in UTF-8 (RFC 8187), and for readers that know only ASCII the
 * same with `_` in the place of all else. Never shown inside a page.
 */
export function attachmentNamed(name: string): string {
  const ascii = name.replaceAll(/[^\w !#$&+.^`|~()[\]{}@,='-]/gu, '_');
  const plain = `attachment; filename="${ascii}"`;
  return PLAIN.test(name) && ascii === name ? plain : `${plain}; filename*=UTF-8''${encoded(name)}`;
}

/** Percent signs for all but `attr-char` of RFC 8187. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
