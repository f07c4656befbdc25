let said = 0;

/** What somebody says, in other words each time it is read: the same words of the same person are taken once. */
export function inOtherWords(text: string): { readonly text: string; readonly language: string } {
  return {
    get text() {
      said += 1;
      return `${text} ${said}`;
    },
    language: 'kk',
  };
}
