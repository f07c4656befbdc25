import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVIDENCE } from '../factories/assessments.js';
import { formOf, Reader } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { at, AssessingPeople, main, MAKING_MS, value, where } from './assessing-people.js';
import { MARKUP } from './world.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';

describe('the form of one indicator', () => {
  let test: TestApplication;
  let people: AssessingPeople;
  beforeAll(async () => {
    test = await startTestApplication();
    people = await AssessingPeople.at(test);
  }, MAKING_MS);
  afterAll(() => test.close());

  describe('a value', () => {
    let id: string;
    beforeAll(async () => {
      id = await people.begun(2024);
    }, MAKING_MS);

    it.each([
      [{ ...value('сто') }, '#value-error', 'Укажите число'],
      [{ ...value('1e3') }, '#value-error', 'Укажите число'],
      [{ ...value('') }, '#value-error', 'Нужно указать значение'],
      [{ status: 'missing', value: '5' }, '#value-error', 'только если выбрано «есть значение»'],
      [{ status: 'value', value: '5' }, '#evidence-0-title-error', 'хотя бы одно подтверждение'],
      [{ ...value('5'), 'evidence[0].url': 'stat.gov.kz/report' }, '#evidence-0-url-error', 'https://'],
      [{ ...value('5'), 'evidence[0].url': 'javascript:alert(1)' }, '#evidence-0-url-error', 'https://'],
      [{ ...value('5'), 'evidence[0].title': '' }, '#evidence-0-title-error', 'Заполните это поле'],
      [{ value: '5' }, '#status-error', 'Выберите, что известно'],
    ])('is refused at its field, and what was typed stays: %o', async (filling, place, sentence) => {
      const refused = await people.entered(id, 'budget', filling);
      expect(refused.status).toBe(422);
      expect(refused.$(place).text()).toContain(sentence);
      expect(refused.$(`.govuk-error-summary a[href="${place.replace('-error', '')}"]`)).toHaveLength(1);
      expect(refused.$('input[name=value]').val()).toBe((filling as Record<string, string>)['value'] ?? '');
      const stored = await people.council.authority.get(`/assessments/${id}`).expect(200);
      expect((stored.body as { values: object[] }).values).toEqual([]);
    });

    it('is stored exactly, with a comma as with a point, and the next indicator follows', async () => {
      const next = await people.entered(id, 'budget', value('71,30'), 'main button[value=next]');
      expect(where(next)).toBe(at(id, '/values/poverty'));
      const last = await people.authority.submit(next, value('31/3'), 'main button[value=next]');
      expect(where(last)).toBe(at(id, '/values/replies'));
      const { body } = await people.council.authority.get(`/assessments/${id}`).expect(200);
      expect((body as { values: object[] }).values).toMatchObject([
        { indicator: 'budget', value: '71.30', evidence: EVIDENCE },
        { indicator: 'poverty', value: '31/3' },
      ]);
    });

    it('that someone changed meanwhile is shown beside mine; other indicators do not stand in the way', async () => {
      const form = await people.authority.get(at(id, '/values/budget'));
      await people.entered(id, 'trust', value('10'));
      expect(where(await people.authority.submit(form, value('72')))).toBe(at(id));
      const stale = await people.authority.submit(form, { ...value('73'), 'evidence[0].title': `Менікі ${MARKUP}` });
      expect(stale.status).toBe(412);
      expect(stale.$('table').first().text()).toContain('72 %');
      expect(stale.$('table').first().text()).toContain('73');
      expect(stale.html).not.toContain('<img src=x');
      // Having seen it, one may insist.
      expect(where(await people.authority.submit(stale))).toBe(at(id));
      expect(main(await people.authority.get(at(id)))).toContain('73 %');
    });

    it('of an indicator that assessors judge can only be marked, and one that is not in the methodology is absent', async () => {
      const form = await people.authority.get(at(id, '/values/services'));
      expect(
        form
          .$('input[name=status]')
          .map((_, one) => form.$(one).val())
          .get(),
      ).toEqual(['missing', 'not_applicable']);
      const { action, fields } = formOf(form, { status: 'missing' }, 'main form button');
      const forced = fields.map(([name, text]): [string, string] => [name, name === 'status' ? 'value' : text]);
      const refused = await people.authority.post(action, [...forced, ['value', '50']]);
      expect(refused.status).toBe(422);
      expect(refused.$('#status-error').text()).toContain('дают оценщики');
      expect((await people.authority.get(at(id, '/values/no-such'))).status).toBe(404);
      expect((await people.authority.get(at(id, '/values/%3Cscript%3E'))).status).toBe(404);
      expect((await people.authority.get(at(ABSENT, '/values/budget'))).status).toBe(404);
    });

    it('is never entered by the assessed body, nor by assessors, nor seen by others', async () => {
      for (const path of ['/values/budget', '/preview'])
        expect((await people.officer.get(at(id, path))).status).toBe(403);
      const form = await people.authority.get(at(id, '/values/budget'));
      const own = await people.officer.get(at(id, '/disputes/budget'));
      const token = String(own.$('main input[name=_token]').val());
      const fields = formOf(form, value('99'), 'main form button').fields.map(([name, text]): [string, string] => [
        name,
        name === '_token' ? token : text,
      ]);
      expect((await people.officer.post(at(id, '/values/budget'), fields)).status).toBe(403);
      for (const part of ['', '/disputes/budget', '/reply']) {
        expect([part, (await people.foreign.get(at(id, part))).status]).toEqual([part, 404]);
      }
      expect(main(await people.foreign.get('/ru/desk'))).not.toContain('Оценка вашего органа');
      // A member learns of it when he is made an assessor.
      expect((await people.assessor(0).get(at(id))).status).toBe(404);
      const anonymous = new Reader(test);
      for (const part of ['', '/preview', '/values/budget', '/preview/chart']) {
        expect((await anonymous.get(at(id, part))).url).toContain('/ru/sign-in');
      }
    });
  });

  it(
    'take an assessor’s score once more until the reply is asked for, whatever the others do meanwhile',
    async () => {
      const id = await people.begun(2022);
      await people.filledIn(id);
      await people.named(id);
      const [one, two] = [people.assessor(0), people.assessor(1)];
      const form = await one.get(at(id, '/judgements/services'));
      const wrong = await one.submit(form, { score: '100,5', grounds: '' });
      expect(wrong.status).toBe(422);
      expect(wrong.$('#score-error').text()).toContain('от 0 до 100');
      expect(wrong.$('#grounds-error').text()).toContain('Напишите обоснование');
      const others = await two.get(at(id, '/judgements/services'));
      expect(where(await two.submit(others, { score: '10', grounds: 'Бір' }))).toBe(at(id));
      expect(where(await one.submit(form, { score: '1/3', grounds: 'Екі' }))).toBe(at(id));
      const stale = await one.submit(form, { score: '90', grounds: `Үш ${MARKUP}` });
      expect(stale.status).toBe(412);
      expect(stale.$('table').first().text()).toContain('1/3');
      expect(stale.html).not.toContain('<img src=x');
      const again = await one.get(at(id, '/judgements/services'));
      expect(again.$('input[name=score]').val()).toBe('1/3');
      expect(main(again)).not.toContain('Бір');
    },
    MAKING_MS,
  );
});
