import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Actor, type Role } from '../platform/kernel/index.js';
import type { ItemFact, MinutesFacts } from './minutes-facts.js';
import { minutesText } from './minutes-text.js';
import { minutesBreaches } from './minutes.deadlines.js';
import { minutesLifecycle, minutesMoves, type MinutesState } from './minutes.lifecycle.js';
import { maySeeMinutes, mayWriteMinutes } from './minutes.policy.js';

const moves = ['revision', 'circulation', 'signature', 'publication', 'supersession'] as const;
const allowed: Record<string, MinutesState> = {
  'draft revision': 'draft',
  'circulated revision': 'draft',
  'draft circulation': 'circulated',
  'circulated signature': 'signed',
  'signed publication': 'published',
  'published supersession': 'superseded',
};

describe('the life of minutes', () => {
  const { states } = minutesLifecycle;
  it.each(states.flatMap((state) => moves.map((move) => [state, move] as const)))('from %s by %s', (state, move) => {
    const to = allowed[`${state} ${move}`];
    if (to) expect(minutesLifecycle.next(state, move)).toBe(to);
    else expect(() => minutesLifecycle.next(state, move)).toThrow('not-in-this-state');
  });

  it('lets published minutes be corrected, never edited', () => {
    expect(minutesMoves('published')).toEqual(['corrections']);
    expect(minutesMoves('superseded')).toEqual([]);
  });
});

describe('the terms of minutes (M5)', () => {
  const days = { signDueOn: '2026-03-27', signedOn: null, publishDueOn: null, publishedOn: null };

  it('are kept to the end of their last day', () => {
    expect(minutesBreaches(days, '2026-03-27')).toEqual([]);
    expect(minutesBreaches({ ...days, signedOn: '2026-03-27' }, '2026-04-30')).toEqual([]);
  });

  it('show what is late and what was late', () => {
    expect(minutesBreaches(days, '2026-03-28')).toEqual([{ rule: 'M5.signed', required: '2026-03-27', actual: null }]);
    const late = {
      signDueOn: '2026-03-27',
      signedOn: '2026-03-30',
      publishDueOn: '2026-04-02',
      publishedOn: '2026-04-03',
    };
    expect(minutesBreaches(late, '2026-04-30')).toEqual([
      { rule: 'M5.signed', required: '2026-03-27', actual: '2026-03-30' },
      { rule: 'M5.published', required: '2026-04-02', actual: '2026-04-03' },
    ]);
  });
});

describe('rights on minutes', () => {
  const withRole = (role: Role, councilId: string): Actor => ({
    ...ANONYMOUS,
    kind: 'account',
    grants: [{ role, councilId, bodyId: null, memberId: null }],
  });

  it.each<[string, Actor, string, string, string]>([
    ['the council’s secretary', withRole('secretary', 'own'), 'allowed', 'allowed', 'allowed'],
    ['a member', withRole('member', 'own'), 'allowed', 'not-allowed', 'not-allowed'],
    ['another council’s secretary', withRole('secretary', 'other'), 'hidden', 'hidden', 'not-allowed'],
    ['nobody known', ANONYMOUS, 'hidden', 'hidden', 'not-allowed'],
  ])('%s', (_, by, sees, writesHidden, writesPublic) => {
    expect(maySeeMinutes(by, { councilId: 'own', isPublic: false })).toBe(sees);
    expect(maySeeMinutes(by, { councilId: 'own', isPublic: true })).toBe('allowed');
    expect(mayWriteMinutes(by, { councilId: 'own', isPublic: false })).toBe(writesHidden);
    expect(mayWriteMinutes(by, { councilId: 'own', isPublic: true })).toBe(writesPublic);
  });
});

const quorum = (present: number) => ({
  members: 15,
  present,
  needed: 10,
  reached: present >= 10,
  rule: { id: 'M1', value: { fraction: '2/3' } },
});

const votedAt = new Date('2026-03-20T06:00:00Z');
const tally = { for: 2, against: 1, abstain: 0, conflict: 1 };

const item: ItemFact = {
  id: 'i',
  position: 1,
  state: 'listed',
  kind: 'report_hearing',
  title: { kk: 'Әкімнің есебі', ru: 'Отчёт акима' },
  power: '3',
  powerName: { kk: 'Есептерді талқылау', ru: 'Обсуждение отчётов' },
  body: { kk: 'Ақмола облысының әкімдігі', ru: 'Акимат Акмолинской области' },
  rapporteur: { name: 'Сәрсенов Ерлан', office: { kk: 'әкім', ru: 'аким' } },
  speakers: [{ name: 'Ли Анна', role: 'co_report' }],
  headPresent: true,
  addedLate: true,
  result: {
    votedAt,
    tally,
    base: 3,
    quorum: quorum(11),
    outcome: 'carried',
  },
  votes: [
    { memberId: 'a', name: 'Бекова Айгүл', choice: 'for' },
    { memberId: 'b', name: 'Досова Сәуле', choice: 'for' },
    { memberId: 'c', name: 'Исаев Нұрлан', choice: 'against' },
    { memberId: 'd', name: 'Нұрова Дана', choice: 'conflict' },
  ],
  recommendations: [
    {
      id: 'r',
      power: '3',
      body: { kk: 'Ақмола облысының әкімдігі', ru: 'Акимат Акмолинской области' },
      text: { kk: 'Жолды жөндеу', ru: 'Отремонтировать дорогу' },
    },
  ],
};

const facts: MinutesFacts = {
  council: { kk: 'Қоғамдық кеңес', ru: 'Общественный совет' },
  number: 4,
  year: 2026,
  on: '2026-03-20',
  state: 'closed',
  kind: 'extraordinary',
  format: 'hybrid',
  place: { kk: 'Көкшетау', ru: 'Кокшетау' },
  openedAt: '2026-03-20T05:05:00.000Z',
  closedAt: '2026-03-20T07:30:00.000Z',
  presiding: { memberId: 'a', name: 'Бекова Айгүл' },
  attendance: [
    { memberId: 'a', name: 'Бекова Айгүл', status: 'present', arrivedAt: null, leftAt: null },
    { memberId: 'b', name: 'Досова Сәуле', status: 'remote', arrivedAt: '2026-03-20T05:20:00.000Z', leftAt: null },
    { memberId: 'c', name: 'Исаев Нұрлан', status: 'excused', arrivedAt: null, leftAt: null },
    { memberId: 'd', name: 'Нұрова Дана', status: null, arrivedAt: null, leftAt: null },
  ],
  quorum: quorum(11),
  items: [item],
};
const first = { edition: 1, reason: null, notes: null };

describe('the text of minutes', () => {
  it('says in Russian what is recorded, in the zone of Kazakhstan', () => {
    expect(minutesText(facts, first).ru).toEqual([
      'Общественный совет. Протокол № 4 внеочередного заседания',
      'Дата проведения: 20 марта 2026 года. Форма: смешанная.',
      'Место проведения: Кокшетау.',
      'Заседание открыто 20 марта 2026 года в 10:05.',
      'Председательствующий: Бекова Айгүл.',
      'Присутствовали (2): Бекова Айгүл; Досова Сәуле (дистанционно, прибытие в 10:20).',
      'Отсутствовали (2): Исаев Нұрлан (по уважительной причине); Нұрова Дана.',
      'Кворум: всего членов совета – 15, требуется не менее 10 (2/3 общего числа), присутствуют – 11. Кворум имеется.',
      'Повестка дня:',
      '1. Отчёт акима',
      '1. Отчёт акима. Полномочие совета: 3 – Обсуждение отчётов.',
      'Вопрос включён после объявления повестки дня.',
      'Докладчик: Сәрсенов Ерлан, аким.',
      'Содоклад: Ли Анна.',
      'Акимат Акмолинской области: первый руководитель присутствовал.',
      'За (2): Бекова Айгүл; Досова Сәуле.',
      'Против (1): Исаев Нұрлан.',
      'Заявили о конфликте интересов и не голосовали (1): Нұрова Дана.',
      'Присутствующих членов без конфликта интересов – 3, голосов за – 2. Решение принято.',
      'Рекомендация (Акимат Акмолинской области; полномочие 3): Отремонтировать дорогу',
      'Заседание закрыто 20 марта 2026 года в 12:30.',
    ]);
  });

  it('says the same in Kazakh, paragraph by paragraph', () => {
    const { kk, ru } = minutesText(facts, first);
    expect(kk).toHaveLength(ru.length);
    expect(kk.slice(0, 2)).toEqual([
      'Қоғамдық кеңес. Кезектен тыс отырыстың № 4 хаттамасы',
      'Өткізілген күні: 2026 жылғы 20 наурыз. Нысаны: аралас.',
    ]);
    expect(kk.at(-1)).toBe('Отырыс 2026 жылғы 20 наурыз сағат 12:30 жабылды.');
  });

  it('is short for a meeting without a quorum: no agenda, no decisions', () => {
    const lacking = { ...facts, state: 'inquorate', quorum: quorum(9), closedAt: null } as const;
    const { kk, ru } = minutesText(lacking, first);
    expect(ru.at(-2)).toContain('Кворума нет.');
    expect(ru.at(-1)).toBe('Из-за отсутствия кворума заседание не состоялось, решения не принимались.');
    expect(ru.join()).not.toContain('Повестка');
    expect(kk.at(-1)).toBe('Кворум болмағандықтан отырыс өткен жоқ, шешім қабылданған жоқ.');
  });

  it('names items that were postponed or taken off, and votes that were not held or lacked a quorum', () => {
    const bare = { ...item, result: null, votes: [], recommendations: [] };
    const texts = (one: ItemFact): string => minutesText({ ...facts, items: [one] }, first).ru.join('\n');
    expect(texts({ ...bare, state: 'postponed' })).toContain('Рассмотрение вопроса отложено.');
    expect(texts({ ...bare, state: 'taken_off' })).toContain('Вопрос снят с повестки дня.');
    expect(texts(bare)).toContain('Голосование не проводилось.');
    const lost = {
      ...item,
      result: { votedAt, tally, base: 3, quorum: quorum(9), outcome: 'rejected' as const },
    };
    expect(texts(lost)).toMatch(
      /кворума не было: членов совета – 15, требуется – 10, присутствуют – 9\.\n.*Решение не принято/,
    );
  });

  it('names the reason of a correction and ends with the notes of the secretary', () => {
    const edition = {
      edition: 2,
      reason: { kk: 'Қате', ru: 'Опечатка {в имени}' },
      notes: { kk: 'Ескертпе', ru: "Приложение 'А'" },
    };
    const { ru } = minutesText(facts, edition);
    expect(ru[1]).toBe('Редакция № 2. Заменяет ранее опубликованную. Причина исправления: Опечатка {в имени}');
    expect(ru.at(-1)).toBe("Примечания секретаря: Приложение 'А'");
  });
});
