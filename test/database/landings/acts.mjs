import { readFile } from 'node:fs/promises';
import { stripTypes } from './strip-types.mjs';
import { ImportsService, readPortalPage } from '../../../dist/src/imports/index.js';
import { OPERATOR } from '../../../dist/src/platform/kernel/index.js';

const PASSWORD = 'kenes-demo-only';
const EVIDENCE = [{ title: 'Есеп', url: 'https://stat.example.kz/report' }];

const text = (kk, ru = kk) => ({ kk, ru });
const first = ({ items }) => items[0];

/** Speaks to the application as the demonstration's people do; a refused request ends everything. */
function speaker(app) {
  const send = async (method, url, payload, headers = {}) => {
    const answer = await app.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.body}`);
    return answer.json();
  };
  return async (name) => {
    const { token } = await send('POST', '/sessions', { email: `${name}@kenes.example`, password: PASSWORD });
    return (method, url, payload, more) => send(method, url, payload, { authorization: `Bearer ${token}`, ...more });
  };
}

/**
 * What the demonstration leaves out, so that a landing has a row in every table: done when the term of its draft is over.
 */
export async function actFurther(app, today) {
  const as = speaker(app);
  const [admin, ministry, secretary, officer, member, citizen] = await Promise.all(
    ['admin', 'ministry', 'secretary', 'officer', 'member', 'citizen'].map(as),
  );
  const council = first(await citizen('GET', '/councils'));
  const place = { councilId: council.id, bodyId: council.bodyId };
  await people({ app, admin, secretary, ministry, council, today });
  await discuss({ ministry, officer, citizen, today });
  await assess({ ministry, officer, secretary, member, ...place });
  const module = await stripTypes(await readFile(new URL('../../factories/portal-pages.ts', import.meta.url), 'utf8'));
  await app.get(ImportsService).import([readPortalPage(module.portalPage())], OPERATOR);
}

async function people({ app, admin, secretary, ministry, council, today }) {
  const wanted = { email: 'newcomer@kenes.example', displayName: 'Жаңа адам', language: 'kk', password: PASSWORD };
  await app.inject({ method: 'POST', url: '/api/v1/accounts/sign-up', payload: wanted });
  const wrong = { email: 'citizen@kenes.example', password: 'not the password' };
  await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: wrong });
  await ministry('POST', '/organizations', { kind: 'npo', name: text('Қауым', 'Объединение') });
  const basis = { ...text('Кодекс', 'Кодекс'), en: 'Code' };
  await admin('PUT', '/rules/M5.notice', { value: { amount: 7, unit: 'wd' }, basis, since: today });
  await secretary('PUT', `/councils/${council.id}/rules/C1`, { value: { fraction: '3/4' }, decidedOn: today });
}

/** The first draft is reported on, a second is open, with a comment that was sent under a key. */
async function discuss({ officer, citizen, today }) {
  const over = first(await citizen('GET', '/consultations'));
  for (const { id, state } of (await citizen('GET', `/consultations/${over.id}/comments`)).items) {
    if (state === 'accepted')
      await officer('PUT', `/comments/${id}/answer`, { outcome: 'declined', reasons: text('Жоқ', 'Нет') });
  }
  await officer('PUT', `/consultations/${over.id}/report`, { summary: text('Қорытынды', 'Итог') });
  const closesOn = new Date(Date.parse(today) + 60 * 86_400_000).toISOString().slice(0, 10);
  const { id } = await officer('POST', '/consultations', {
    stage: 'draft',
    actType: 'akimat_decision',
    title: text('Көгалдандыру туралы', 'Об озеленении'),
    summary: text('Қағидалар', 'Правила'),
    objectives: text('Жасыл қала', 'Зелёный город'),
    bodyId: over.bodyId,
    category: over.category,
    closesOn,
    provisions: [{ level: 'paragraph', number: '1', text: text('Ағаш', 'Дерево') }],
  });
  await officer('PUT', `/consultations/${id}/publication`);
  const comment = { text: 'Ағаш көп болсын.', language: 'kk' };
  await citizen('POST', `/consultations/${id}/comments`, comment, { 'idempotency-key': 'landing' });
}

/** An assessment from the methodology to a measure under way. */
async function assess({ ministry, officer, secretary, member, bodyId, councilId }) {
  const methodology = await ministry('POST', '/methodologies', METHODOLOGY);
  await ministry('PUT', `/methodologies/${methodology.id}/publication`);
  const period = { from: '2026-01-01', to: '2026-06-30' };
  const wanted = { methodologyId: methodology.id, bodyId, councilId, ...period };
  const { id } = await ministry('POST', '/assessments', wanted);
  const path = `/assessments/${id}`;
  await ministry('PUT', `${path}/collection`);
  await ministry('PUT', `${path}/values/budget`, { status: 'value', value: '31/3', evidence: EVIDENCE });
  const memberId = (await member('GET', '/me')).grants.find(({ role }) => role === 'member').memberId;
  await ministry('PUT', `${path}/review`, { assessors: [memberId] });
  await member('PUT', `${path}/judgements/services`, { score: '40.5', grounds: 'Тыңдалды.' });
  await ministry('PUT', `${path}/reply-request`);
  await officer('PUT', `${path}/reply`, { text: text('Келісеміз', 'Согласны') });
  await ministry('PUT', `${path}/adoption`);
  await ministry('PUT', `${path}/publication`, {});
  const [{ indicator }] = (await ministry('GET', `${path}/gaps`)).items;
  const measure = { measure: text('Шара', 'Мера'), indicator, bodyId, dueOn: '2027-06-01' };
  const followUp = await secretary('POST', `${path}/follow-ups`, measure);
  await officer('PUT', `/follow-ups/${followUp.id}/progress`, { note: text('Басталды', 'Начато') });
}

const indicator = (code, source) => ({
  code,
  name: text(code),
  unit: '%',
  direction: 'up',
  weight: '0.5',
  source,
  scale: { kind: 'linear', from: '0', to: '100' },
  missing: 'exclude',
});

const METHODOLOGY = {
  name: text('Әдістеме', 'Методика'),
  dimensions: [
    {
      code: 'effectiveness',
      weight: '1',
      indicators: [indicator('budget', 'statistic'), indicator('services', 'council_judgement')],
    },
  ],
};
