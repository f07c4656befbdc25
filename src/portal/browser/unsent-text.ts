const PREFIX = 'kenes.unsent.';

/**
 * Keeps what is typed into the text areas of a form in this browser until it was received. `data-keeps` names what the
 * text is about; an element with `data-kept-note` is shown when something was brought back, its button throws it away.
 */
export function keepUnsent(form: HTMLFormElement): void {
  const about = form.dataset['keeps'] ?? '';
  const note = form.querySelector<HTMLElement>('[data-kept-note]');
  for (const area of form.querySelectorAll('textarea')) {
    const key = `${PREFIX}${about}.${area.name}`;
    const kept = read(key);
    if (area.value === '' && kept) {
      area.value = kept;
      if (note) note.hidden = false;
    }
    area.addEventListener('input', () => {
      write(key, area.value);
    });
    note?.querySelector('button')?.addEventListener('click', () => {
      area.value = '';
      write(key, '');
      note.hidden = true;
      area.focus();
    });
  }
}

/** The page says what was received by `data-received`: it need not be kept any longer. */
export function forgetReceived(page: Document): void {
  for (const receipt of page.querySelectorAll<HTMLElement>('[data-received]')) {
    const prefix = `${PREFIX}${receipt.dataset['received'] ?? ''}.`;
    for (const key of keys()) if (key.startsWith(prefix)) write(key, '');
  }
}

// A browser may forbid storage: then nothing is kept, and nothing breaks.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Full or forbidden.
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
