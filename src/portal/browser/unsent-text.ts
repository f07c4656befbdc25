const PREFIX = 'kenes.unsent.';
/** What the form was about that was sent last, until the next page. */
const SENT = 'kenes.sent';

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
  form.addEventListener('submit', () => {
    write(SENT, about, 'sessionStorage');
  });
}

/**
 * What was received need not be kept any longer: the page says so by `data-received`, or a form that was sent led on to
 * it. A form that could not be taken is answered at once, without a redirection.
 */
export function forgetReceived(page: Document): void {
  const received = [...page.querySelectorAll<HTMLElement>('[data-received]')].map(
    (one) => one.dataset['received'] ?? '',
  );
  const sent = read(SENT, 'sessionStorage');
  if (sent) {
    write(SENT, '', 'sessionStorage');
    if (wasRedirected()) received.push(sent);
  }
  for (const about of received) {
    for (const key of keys()) if (key.startsWith(`${PREFIX}${about}.`)) write(key, '');
  }
}

function wasRedirected(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation !== undefined && navigation.redirectCount > 0 && !location.pathname.endsWith('/sign-in');
}

type Place = 'localStorage' | 'sessionStorage';

// A browser may forbid storage: then nothing is kept, and nothing breaks.
function read(key: string, where: Place = 'localStorage'): string | null {
  try {
    return window[where].getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string, where: Place = 'localStorage'): void {
  try {
    if (text === '') window[where].removeItem(key);
    else window[where].setItem(key, text);
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
