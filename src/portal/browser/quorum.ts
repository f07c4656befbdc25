/**
 * Counts anew who is present when attendance is changed. The desk names what it needs: `data-members`, `data-needed`,
 * and the sentences `data-reached` and `data-missing`, in which `%{present}`, `%{needed}` and `%{members}` are filled in.
 * Members are inputs with `data-present`; the count is written into the element with `data-quorum-count`.
 */
export function recountQuorum(desk: HTMLElement): void {
  const shown = desk.querySelector<HTMLElement>('[data-quorum-count]');
  if (!shown) return;
  desk.addEventListener('change', () => {
    const present = desk.querySelectorAll('input[data-present]:checked').length;
    const { members = '', needed = '', reached = '', missing = '' } = desk.dataset;
    const values: Readonly<Record<string, string>> = { members, needed, present: String(present) };
    const sentence = present >= Number(needed) ? reached : missing;
    shown.textContent = sentence.replace(/%\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  });
}
