import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activeCouncil, formingCouncil, type CouncilAtWork } from '../factories/councils.js';
import { both } from '../factories/meetings.js';
import { giveOpinion, itemOn, notifiedDraft, type NotifiedDraft } from '../factories/opinions.js';
import { person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const MARKUP = '<script>alert(1)</script> & "x"';
const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');

describe('opinions on drafts, on the pages', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let draft: NotifiedDraft;
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
  });
  beforeEach(async () => {
    test.clock.set(BEGIN);
    draft = await notifiedDraft(test, { council });
  });
  afterAll(() => test.close());

  const signedIn = async (email: string): Promise<Reader> => {
    const reader = new Reader(test);
    await reader.signIn(email);
    return reader;
  };
  const secretaryAt = async (instant: string): Promise<Reader> => {
    test.clock.set(instant);
    return signedIn((await person(test, { role: 'secretary', councilId: council.councilId })).email);
  };
  const officerAt = async (instant: string): Promise<Reader> => {
    test.clock.set(instant);
    return signedIn((await person(test, { role: 'officer', bodyId: council.bodyId })).email);
  };

  it('are given by the secretary of a notified council from the desk; refused by K6, then shown as text', async () => {
    const itemId = await itemOn(test, council, draft.consultationId);
    const reader = await secretaryAt(BEGIN);
    const address = `/ru/desk/consultations/${draft.consultationId}/opinion`;
    const desk = await reader.get('/ru/desk');
    expect(main(desk)).toContain('Дать заключение по проекту акта');
    expect(desk.$(`a[href="${address}?council=${council.councilId}"]`)).toHaveLength(1);
    const form = await reader.get(address);
    expect(main(form)).toContain('Заключение ожидается до 17 марта 2026');
    const nothing = await reader.submit(form);
    expect(nothing.status).toBe(422);
    expect(nothing.$('#stance-error').text()).toContain('Выберите мнение совета');
    const half = await reader.submit(form, { stance: 'against', 'text.ru': MARKUP, agendaItemId: itemId });
    expect(half.status).toBe(422);
    expect(main(half)).toContain('Применено правило K6');
    expect(half.$('#text-kk-error')).toHaveLength(1);
    expect(half.$('textarea[name="text.ru"]').text()).toBe(MARKUP);
    expect(half.$('select[name=agendaItemId]').val()).toBe(itemId);
    const filled = { stance: 'against', 'text.kk': `қаз ${MARKUP}`, 'text.ru': `рус ${MARKUP}`, agendaItemId: itemId };
    const done = await reader.submit(form, filled);
    expect(done.url).toMatch(/^\/ru\/opinions\/[0-9a-f-]{36}$/);
    expect(main(done)).toContain(`рус ${MARKUP}`);
    expect(done.$('main script')).toHaveLength(0);
    // The same form once more is the same request: it makes nothing new.
    expect((await reader.submit(form, filled)).url).toBe(done.url);
    const again = await reader.get(address);
    expect(main(again)).toContain('Совет уже дал заключение');
    expect(again.$('main form')).toHaveLength(0);
    expect(main(await reader.get('/ru/desk'))).toContain('Ожидается ответ на заключение');
    expect(main(await reader.get(`/ru/consultations/${draft.consultationId}`))).toContain(`рус ${MARKUP}`);
  });

  it('have no form for others: another council’s secretary, a body’s officer, an unknown draft', async () => {
    const other = await activeCouncil(test);
    const stranger = await signedIn(other.secretary.email);
    const address = `/kk/desk/consultations/${draft.consultationId}/opinion`;
    expect((await stranger.get(address)).status).toBe(403);
    expect((await stranger.get(`/kk/desk/consultations/${ABSENT}/opinion`)).status).toBe(404);
    const officer = await officerAt(BEGIN);
    expect((await officer.get(address)).status).toBe(403);
    const id = await giveOpinion(council.secretary, draft.path);
    const { bodyId } = await formingCouncil(test);
    const foreign = await signedIn((await person(test, { role: 'officer', bodyId })).email);
    expect((await foreign.get(`/kk/desk/opinions/${id}`)).status).toBe(403);
    expect((await foreign.get(`/kk/desk/consultations/${draft.consultationId}/organization-opinion`)).status).toBe(403);
    expect((await officer.get(`/kk/desk/opinions/${ABSENT}`)).status).toBe(404);
  });

  it('are answered by the officer, once: without reasons refused by K4, stale ones compared', async () => {
    const id = await giveOpinion(council.secretary, draft.path);
    const officer = await officerAt(BEGIN);
    expect((await officer.get('/ru/desk')).$(`main a[href="/ru/desk/opinions/${id}"]`)).toHaveLength(1);
    const work = await officer.get(`/ru/desk/consultations/${draft.consultationId}`);
    expect(main(work)).toContain('Срок ответа: 17 марта 2026');
    const form = await officer.get(`/ru/desk/opinions/${id}`);
    expect(main(await officer.submit(form))).toContain('Выберите решение');
    const bare = await officer.submit(form, { decision: 'rejected', 'reasons.kk': 'Жоқ' });
    expect(bare.status).toBe(422);
    expect(main(bare)).toContain('Применено правило K4');
    expect(
      bare
        .$('.govuk-error-summary a')
        .toArray()
        .map((one) => bare.$(one).attr('href')),
    ).toEqual(['#reasons-ru', '#signedBy']);
    const whole = { decision: 'rejected', 'reasons.kk': 'Жоқ', 'reasons.ru': 'Нет средств', signedBy: MARKUP };
    expect((await officer.submit(form, whole)).url).toBe('/ru/desk');
    const stale = await officer.submit(form, { ...whole, decision: 'accepted', 'reasons.ru': 'Мой второй ответ' });
    expect(stale.status).toBe(412);
    expect(stale.$('table').text()).toContain('Нет средств');
    expect(stale.$('table').text()).toContain('Мой второй ответ');
    const seen = await officer.get(`/ru/opinions/${id}`);
    expect(main(seen)).toContain('Орган не согласен');
    expect(main(seen)).toContain(MARKUP);
    expect(main(await officer.get(`/ru/desk/opinions/${id}`))).toContain('ответ уже дан');
  });

  it('say what is overdue by K3, and what silence came to by K2, also where one came late', async () => {
    const id = await giveOpinion(council.secretary, draft.path);
    const silent = await notifiedDraft(test, { council });
    const reader = await secretaryAt('2026-03-18T09:00:00+05:00');
    expect(main(await reader.get(`/ru/opinions/${id}`))).toContain('Ответа нет, срок истёк');
    const listed = await reader.get('/ru/opinions?overdue=true');
    expect(listed.$(`a[href="/ru/opinions/${id}"]`)).toHaveLength(1);
    const page = main(await reader.get(`/ru/consultations/${silent.consultationId}`));
    expect(page).toContain('Молчаливо согласовано без замечаний (K2)');
    expect(page).toContain('Совет уведомлён 2 марта 2026');
    expect((await reader.get('/ru/desk')).$(`a[href*="${silent.consultationId}/opinion"]`)).toHaveLength(0);
    const form = await reader.get(`/ru/desk/consultations/${silent.consultationId}/opinion`);
    expect(main(form)).toContain('будет записано как поступившее с опозданием');
    const late = await reader.submit(form, { stance: 'for', 'text.kk': 'Қолдаймыз', 'text.ru': 'Поддерживаем' });
    expect(main(late)).toContain('Заключение поступило после срока');
    expect(main(late)).toContain('K1.act');
    const after = main(await reader.get(`/ru/consultations/${silent.consultationId}`));
    expect(after).toContain('Молчаливо согласовано без замечаний (K2)');
    expect(after).toContain('с опозданием');
  });

  it('are counted on the page of the council, silence with them', async () => {
    const fresh = await activeCouncil(test);
    const page = async (): Promise<Record<string, string>> => {
      const { $ } = await new Reader(test).get(`/ru/councils/${fresh.councilId}`);
      const rows = $('#opinions').parent().find('.govuk-summary-list__row').toArray();
      const text = (row: (typeof rows)[number], part: string) => $(row).find(`.govuk-summary-list__${part}`).text();
      return Object.fromEntries(rows.map((row) => [text(row, 'key').trim(), text(row, 'value').trim()]));
    };
    expect(await page()).toEqual({});
    const of = { council: fresh };
    const [given, unsaid, late, withdrawn] = [
      await notifiedDraft(test, of),
      await notifiedDraft(test, of),
      await notifiedDraft(test, of),
      await notifiedDraft(test, of),
    ];
    expect(given.consultationId).not.toBe(unsaid.consultationId);
    const id = await giveOpinion(fresh.secretary, given.path);
    const answer = { decision: 'accepted', letter: both('Келісеміз'), signedBy: 'Әкім' };
    await given.officer.put(`/opinions/${id}/response`).send(answer).expect(200);
    const reasons = both('Қайтарылды');
    await withdrawn.officer.put(`/consultations/${withdrawn.consultationId}/withdrawal`).send({ reasons }).expect(200);
    test.clock.set('2026-03-18T09:00:00+05:00');
    const secretary = await person(test, { role: 'secretary', councilId: fresh.councilId });
    await giveOpinion(secretary, late.path);
    await notifiedDraft(test, of);
    expect(await page()).toEqual({
      'Заключения в срок': '1',
      'Проекты, молчаливо согласованные (K2)': '2',
      'Заключения с опозданием': '1',
      'Проекты, по которым заключение ожидается': '1',
      'Ответы органов': 'согласен – 1, согласен частично – 0, не согласен – 0',
      'Без ответа, срок истёк': '0',
    });
  });

  it('of organisations are entered from paper', async () => {
    const officer = await officerAt('2026-03-05T10:00:00+05:00');
    const address = `/ru/desk/consultations/${draft.consultationId}/organization-opinion`;
    expect(
      (await officer.get(`/ru/desk/consultations/${draft.consultationId}`)).$(`a[href="${address}"]`),
    ).toHaveLength(1);
    const form = await officer.get(address);
    const nothing = await officer.submit(form);
    expect(nothing.status).toBe(422);
    expect(nothing.$('#channel-error').text()).toContain('Выберите вид организации');
    const filled = {
      ...{ channel: 'business', stance: 'for', receivedOn: '2026-03-03' },
      ...{ 'organization.kk': `ҰКП ${MARKUP}`, 'organization.ru': `НПП ${MARKUP}` },
      ...{ 'text.kk': 'Қолдаймыз', 'text.ru': 'Поддерживаем' },
    };
    const early = await officer.submit(form, { ...filled, receivedOn: '2026-03-01' });
    expect(early.$('#receivedOn-error').text()).toContain('до публикации проекта');
    const done = await officer.submit(form, filled);
    expect(done.url).toBe(`/ru/desk/consultations/${draft.consultationId}`);
    expect(main(done)).toContain(`НПП ${MARKUP}`);
    expect(main(await officer.get(`/ru/consultations/${draft.consultationId}`))).toContain(`НПП ${MARKUP}`);
  });
});
