import { readFile } from 'node:fs/promises';
import { stripTypes } from './strip-types.mjs';
import { WordingsService } from '../../../dist/src/answers/index.js';
import { GroupingService } from '../../../dist/src/comment-groups/index.js';
import { ImportsService, readPortalPage } from '../../../dist/src/imports/index.js';
import { OPERATOR } from '../../../dist/src/platform/kernel/index.js';

const PASSWORD = 'kenes-demo-only';
/** Under it the same request is known again after an upgrade. */
const KEY = { 'idempotency-key': 'landing' };
const FILES_KEY = { 'idempotency-key': 'landing-files' };

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

/** What the demonstration leaves out, so that a landing has a row in every table. */
export async function actFurther(app, today) {
  const as = speaker(app);
  await people(app);
  await rule({ admin: await as('admin'), secretary: await as('secretary'), today });
  const ministry = await as('ministry');
  await ministry('POST', '/organizations', { kind: 'npo', name: text('Қауым', 'Объединение') }, KEY);
  const citizen = await as('citizen');
  const open = first(await citizen('GET', '/consultations?phase=commenting'));
  const comment = { text: 'Ағаш көп болсын.', language: 'kk' };
  await citizen('POST', `/consultations/${open.id}/comments`, comment, KEY);
  await citizen('PUT', `/consultations/${open.id}/my-draft`, { ...comment, text: 'Әлі жазып жатырмын' });
  await citizen('PUT', `/consultations/${open.id}/my-subscription`);
  await files(app, open.id);
  const module = await stripTypes(await readFile(new URL('../../factories/portal-pages.ts', import.meta.url), 'utf8'));
  await app.get(ImportsService).import([readPortalPage(module.portalPage())], OPERATOR);
  await groups(app, { citizen, officer: await as('officer') });
}

/** Comments of the same text: one is taken apart, all others get one answer, one answer is changed. */
async function groups(app, { citizen, officer }) {
  const { bodyId } = (await officer('GET', '/me')).grants.find((grant) => grant.bodyId);
  const open = first(await citizen('GET', `/consultations?phase=commenting&body=${bodyId}`));
  const { id: consultationId, publishedOn: receivedOn } = open;
  await officer('PUT', `/consultations/${consultationId}/comments-by-email`);
  const guest = { text: 'Растауды күтіп тұр.', language: 'kk', email: 'guest@kenes.example' };
  await officer('POST', `/consultations/${consultationId}/unconfirmed-comments`, guest);
  const letter = { channel: 'paper', receivedOn, text: 'Хатпен келді.', language: 'kk', authorName: 'Айша' };
  await officer('POST', `/consultations/${consultationId}/paper-comments`, letter, KEY);
  const words = 'Біздің ауылдағы жол қашан жөнделетінін осы жобаға нақты мерзіммен жазыңыз';
  const comments = [];
  for (const end of ['.', '!', '…']) {
    const same = { text: words + end, language: 'kk' };
    comments.push(await citizen('POST', `/consultations/${consultationId}/comments`, same));
  }
  await officer('PUT', `/consultations/${consultationId}/assignments`, { comments: [comments[0].id], to: 'me' });
  await app.get(GroupingService).sweep();
  const { items } = await officer('GET', `/consultations/${consultationId}/comment-groups`);
  const path = `/consultations/${consultationId}/comment-groups/${items[0].id}`;
  const separation = { comments: [comments[0].id], reason: text('Басқа жол туралы.', 'Речь о другой дороге.') };
  await officer('POST', `${path}/separation`, separation, KEY);
  const answer = { outcome: 'partly', reasons: text('Мерзім қосылды.', 'Срок добавлен.') };
  await officer('PUT', `${path}/answer`, answer);
  await app.get(WordingsService).sweep();
  const why = text('Мерзім нақтыланды.', 'Срок уточнён.');
  const revision = { ...answer, reasons: text('Мерзім бір жыл.', 'Срок – один год.'), why };
  await officer('PUT', `/comments/${comments[1].id}/answer/revision`, revision);
}

/** A comment with a file, and a document of a draft by an officer of its body. */
async function files(app, consultationId) {
  const as = speaker(app);
  const upload = async (name) => {
    const by = await as(name);
    const { id } = await by('POST', '/files?name=note.txt', 'Ескерту', { 'content-type': 'text/plain' });
    return { by, id };
  };
  const sent = await upload('citizen');
  const comment = { text: 'Қосымша бар.', language: 'kk', files: [sent.id] };
  await sent.by('POST', `/consultations/${consultationId}/comments`, comment, FILES_KEY);
  const { items } = await sent.by('GET', '/consultations?phase=commenting&limit=100');
  for (const name of ['officer', 'ministry']) {
    const { by, id } = await upload(name);
    const { grants } = await by('GET', '/me');
    const own = items.find(({ bodyId }) => grants.some((grant) => grant.role === 'officer' && grant.bodyId === bodyId));
    if (!own) continue;
    const document = { fileId: id, kind: 'explanatory_note', title: text('Түсіндірме жазба', 'Пояснительная записка') };
    await by('POST', `/consultations/${own.id}/documents`, document, KEY);
  }
}

/** Somebody who has not confirmed the address yet, and somebody who errs in the password. */
async function people(app) {
  const wanted = { email: 'newcomer@kenes.example', displayName: 'Жаңа адам', language: 'kk', password: PASSWORD };
  await app.inject({ method: 'POST', url: '/api/v1/accounts/sign-up', payload: wanted });
  const wrong = { email: 'citizen@kenes.example', password: 'not the password' };
  await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: wrong });
}

/** A setting of the rulebook, and a council's own rule. */
async function rule({ admin, secretary, today }) {
  const basis = { ...text('Кодекс'), en: 'Code' };
  await admin('PUT', '/rules/M5.notice', { value: { amount: 7, unit: 'wd' }, basis, since: today });
  const { councilId } = (await secretary('GET', '/me')).grants.find(({ role }) => role === 'secretary');
  await secretary('PUT', `/councils/${councilId}/rules/C1`, { value: { fraction: '3/4' }, decidedOn: today });
}
