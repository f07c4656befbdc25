import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WordingsService } from '../../src/answers/index.js';
import { GroupsAtWork, LIGHT, QUIET } from '../factories/comment-groups.js';
import { signIn } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const TEMPLATE = {
  kk: 'Құрметті пайдаланушы, жобаларды орналастыру тәртібі <b>өзгертілді</b>, бұрынғы тәртіп сақталады.',
  ru: 'Уважаемый пользователь, порядок размещения проектов <b>изменён</b>, прежний порядок сохраняется.',
};
const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');

describe('near-identical answers on pages', () => {
  let test: TestApplication;
  let work: GroupsAtWork;
  let reader: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await GroupsAtWork.begin(test);
    reader = new Reader(test);
  });
  afterAll(() => test.close());

  it('are shown of the body, beside the comments and with the report, each time with what is counted', async () => {
    const { consultationId: id, bodyId, officer } = work.open;
    const paths = [`bodies/${bodyId}`, `consultations/${id}/comments`];
    for (const path of paths) {
      expect(main(await reader.get(`/ru/${path}`))).toContain('Ответов на замечания пока не подсчитано');
    }
    const quiet = await work.written(work.open, [QUIET, LIGHT, 'Мүлде басқа бір ой.']);
    for (const [at, comment] of quiet.entries()) {
      const reasons = at === 2 ? { kk: 'Иә', ru: 'Да' } : TEMPLATE;
      await officer.put(`/comments/${comment.id}/answer`).send({ outcome: 'declined', reasons }).expect(200);
    }
    await test.app.get(WordingsService).sweep();
    test.clock.set('2026-04-20T10:00:00+05:00');
    const later = await signIn(test, officer.email, officer.accountId);
    await later.put(`/consultations/${id}/report`).send({}).expect(200);
    for (const path of [...paths, `consultations/${id}`]) {
      const page = await reader.get(`/ru/${path}`);
      const section = page.$('section[aria-labelledby="answers"]');
      expect(section).toHaveLength(1);
      const words = section.text().replaceAll(/\s+/g, ' ');
      expect(words).toContain('2 ответа из 3 (67');
      expect(words).toContain('ответ 2 разным группам замечаний, 2 замечания');
      expect(words).toContain('ответ целой группе считается один раз');
      expect(words).toContain('<b>изменён</b>');
      expect(section.find('b')).toHaveLength(0);
      expect(section.find(`a[href="/ru/consultations/${id}/comments"]`)).toHaveLength(1);
      expect(main(await reader.get(`/kk/${path}`))).toContain('3 жауаптың 2');
      expect(main(await reader.get(`/en/${path}`))).toContain('2 answers of 3 (67%) repeat');
    }
  });
});
