import { describe, expect, it } from '@jest/globals';
import { portalPage, WHOLE } from '../../test/factories/portal-pages.js';
import { NotAPortalPage } from './not-a-portal-page.js';
import { readPortalPage } from './open-npa.parser.js';

function missingIn(html: string): readonly string[] {
  try {
    readPortalPage(html);
  } catch (error) {
    if (error instanceof NotAPortalPage) return error.missing;
    throw error;
  }
  return [];
}

describe('a saved page of the national portal', () => {
  it('is read with all its parts', () => {
    expect(readPortalPage(portalPage())).toEqual({
      id: '77',
      language: 'ru',
      title: 'О порядке',
      actType: 'Приказ',
      status: 'Архив',
      developerBody: { id: '12', name: 'Орган' },
      category: { id: '359', name: 'Миграция' },
      created: '2026-09-09',
      discussionUntil: '2026-09-14',
      onlineDiscussion: { start: new Date('2026-09-15T15:55:00+05:00'), end: null },
      version: 2,
      files: [{ id: '5', name: 'проект.docx' }],
      draftText: [
        { n: 1, heading: 'Наименование', paragraphs: ['Проект налогов', 'Вторая строка', 'Третья строка'] },
        { n: 2, heading: 'Орган', paragraphs: ['Орган-разработчик'] },
      ],
      channels: [
        { id: '6', name: 'Комментарий' },
        { id: '3', name: 'НПП "Атамекен"' },
      ],
      counters: { comments: 3, accepted: 1, notAccepted: 1, likes: 4, dislikes: 5, views: 822 },
      report: { viewPath: '/report?id=77', downloadId: '78' },
      comments: [
        {
          n: 1,
          id: '102',
          channel: '3',
          author: 'Участник 2',
          submittedAt: new Date('2026-09-10T11:05:00+05:00'),
          fragment: { anchor: '3', label: '1\t\tНаименование...' },
          text: 'Первая строка\nи «вторая» & третья',
          mark: 'not accepted',
          replies: [
            { id: '103', author: 'Орган', submittedAt: new Date('2026-09-10T12:24:00+05:00'), text: 'Спасибо!' },
          ],
        },
        {
          n: 2,
          id: '101',
          channel: '3',
          author: 'Участник 1',
          submittedAt: new Date('2026-09-09T09:00:00+05:00'),
          fragment: null,
          text: 'Без ответа',
          mark: null,
          replies: [],
        },
      ],
    });
  });

  it('is read the same from the whole page and with the absolute links of a browser', () => {
    const links = portalPage().replaceAll('href="/', 'href="https://legalacts.egov.kz/');
    expect(readPortalPage(WHOLE(links))).toEqual(readPortalPage(portalPage()));
  });

  it('tells its language by the labels of the card', () => {
    expect(readPortalPage(portalPage({ language: 'kk' }))).toMatchObject({ language: 'kk', created: '2026-09-09' });
  });

  it('shows the text itself as one row where there is no table about it', () => {
    const page = readPortalPage(portalPage({ text: '<p>1. Статья</p>Хвост<script>1</script>' }));
    expect(page.draftText).toEqual([{ n: 1, heading: null, paragraphs: ['1. Статья', 'Хвост'] }]);
  });

  it('has the mark of an accepted comment', () => {
    const page = portalPage().replace('fa-times-circle" title="Не принято"', 'fa-check-square" title="Принято"');
    expect(readPortalPage(page).comments[0]?.mark).toBe('accepted');
  });

  it('gives comments the year that is in the window, also over the turn of the year', () => {
    const page = portalPage({
      created: '28/12/2025',
      until: '12/01/2026',
      comments: ['30/12 - 23:59', '02/01 - 00:00'],
    });
    expect(readPortalPage(page).comments.map(({ submittedAt }) => submittedAt.toISOString())).toEqual([
      '2025-12-30T18:59:00.000Z',
      '2026-01-01T19:00:00.000Z',
    ]);
  });

  it('gives an answer the first such day that is not before the comment', () => {
    const page = portalPage({ created: '20/12/2025', until: '30/12/2025', comments: ['29/12 - 10:00'] });
    const [comment] = readPortalPage(page.replace('10/09 - 12:24', '12/01 - 12:24')).comments;
    expect(comment?.replies[0]?.submittedAt).toEqual(new Date('2026-01-12T12:24:00+05:00'));
  });

  it('counts the hours of the time zone that was in force on the day', () => {
    const page = portalPage({ created: '01/09/2023', until: '14/09/2023', comments: ['10/09 - 11:05'] });
    expect(readPortalPage(page).comments[0]?.submittedAt.toISOString()).toBe('2023-09-10T05:05:00.000Z');
  });
});

describe('a page that is not understood', () => {
  it('names everything that is missing at once', () => {
    expect(missingIn('<html><body><h1>404</h1></body></html>')).toEqual([
      'content block (main_1)',
      ...['language of the page', 'title', 'type of act', 'status', 'date of creation', 'last day of the discussion'],
      ...['version of the draft', 'number of the discussion', 'developing body', 'category', 'text of the draft'],
      ...['comments', 'accepted comments', 'comments not accepted', 'likes', 'dislikes', 'views'].map(
        (name) => `counter of ${name}`,
      ),
      'channels of comments',
    ]);
  });

  it.each([
    ['title', (html: string) => html.replace('<h2 tabindex="0">О порядке</h2>', '')],
    ['date of creation', (html: string) => html.replace('09/09/2026', '31/09/2026')],
    ['developing body', (html: string) => html.replace('governmentId=12', 'governmentId=x')],
    ['number of the discussion', (html: string) => html.replace(/card-id="77"/g, '')],
    ['comment 1: number', (html: string) => html.replace('<p tabindex="0" id="102">', '<p tabindex="0">')],
    ['comment 1: time', (html: string) => html.replace('10/09 - 11:05', '10/09 - 25:05')],
    ['reply 1 to comment 1: time', (html: string) => html.replace('10/09 - 12:24', '')],
    ['comment 2: text', (html: string) => html.replace('Без ответа', '')],
  ])('names the missing %s alone', (part, without) => {
    expect(missingIn(without(portalPage()))).toEqual([part]);
  });

  it('is also one that is nested beyond measure', () => {
    expect(missingIn(`${'<div>'.repeat(50_000)}x`)).toContain('title');
  });
});
