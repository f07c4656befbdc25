const CHARACTERS = 120;

/** The beginning of a text, cut between words, for a list. */
export function shortened(text: string, characters = CHARACTERS): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= characters) return line;
  const cut = line.slice(0, characters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), characters / 2))}…`;
}
