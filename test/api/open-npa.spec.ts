import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WordingsService } from '../../src/answers/index.js';
import { GroupingService } from '../../src/comment-groups/index.js';
import { ImportsService, readPortalPage, type Imported, type PortalPage } from '../../src/imports/index.js';
import { OPERATOR } from '../../src/platform/kernel/index.js';
import { packText, withDataPack } from '../support/data-pack.js';
import { download } from '../support/download.js';
import { person } from '../support/people.js';
import { Reader } from '../support/reader.js';
import { rowsOf } from '../support/rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

type Language = 'kk' | 'ru';
type Localized = Record<Language, string | null>;
interface Reply {
  id: string;
  author: string;
  author_kk?: string;
  submitted_at: string;
  text: string;
}
interface Extract {
  id: string;
  title: Localized;
  act_type: Localized;
  status: Localized;
  developer_body: Localized & { portal_government_id: string };
  category: Localized & { portal_category_id: string };
  created: string;
  discussion_until: string;
  online_discussion: { start: string | null; end: string | null };
  version: number;
  files: { lang: Language; portal_file_id: string; name: string }[];
  draft_text: Record<Language, { n: number; heading: string; paragraphs: string[] }[] | null>;
  channels: { id: string; name_ru: string; name_kk: string }[];
  counters: Record<'comments_total_with_replies' | 'accepted' | 'not_accepted' | 'likes' | 'dislikes', number> &
    Record<'views_ru_page' | 'views_kk_page', number | null>;
  report: { view_url: string; download_id: string } | null;
  comments: (Reply & {
    n: number;
    channel: string;
    fragment: { anchor: string; label: string };
    mark: string | null;
    replies: Reply[];
  })[];
}

/** What the extract says of one page, field by field, in the shape that the parser gives. */
function expected(extract: Extract, language: Language): unknown {
  const { counters, report } = extract;
  const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
  const entry = ({ id, author, author_kk, submitted_at, text }: Reply): unknown => ({
    id,
    author: language === 'kk' && author_kk ? author_kk : author,
    submittedAt: instant(submitted_at),
    text,
  });
  return {
    id: extract.id,
    language,
    title: extract.title[language],
    actType: extract.act_type[language],
    status: extract.status[language],
    developerBody: { id: extract.developer_body.portal_government_id, name: extract.developer_body[language] },
    category: { id: extract.category.portal_category_id, name: extract.category[language] },
    created: extract.created,
    discussionUntil: extract.discussion_until,
    onlineDiscussion: { start: instant(extract.online_discussion.start), end: instant(extract.online_discussion.end) },
    version: extract.version,
    files: extract.files.filter(({ lang }) => lang === language).map(({ portal_file_id: id, name }) => ({ id, name })),
    draftText: extract.draft_text[language],
    channels: extract.channels.map((channel) => ({ id: channel.id, name: channel[`name_${language}`] })),
    counters: {
      comments: counters.comments_total_with_replies,
      accepted: counters.accepted,
      notAccepted: counters.not_accepted,
      likes: counters.likes,
      dislikes: counters.dislikes,
      views: counters[`views_${language}_page`],
    },
    report: report && { viewPath: report.view_url, downloadId: report.download_id },
    comments: extract.comments.map((comment) => ({
      ...(entry(comment) as object),
      n: comment.n,
      channel: comment.channel,
      fragment: comment.fragment,
      mark: comment.mark,
      replies: comment.replies.map(entry),
    })),
  };
}

withDataPack('the real pages of the national portal', () => {
  it.each([
    ['document_with_comments.content.html', 'npa-15906353.json', 'ru', 10],
    ['document_with_comments_kk.content.html', 'npa-15906353.json', 'kk', 10],
    ['document_no_comments.content.html', 'npa-15912271.json', 'ru', 0],
  ] as const)('agree in every field with what was extracted by hand: %s', (page, json, language, comments) => {
    const read: PortalPage = readPortalPage(packText(`open-npa/${page}`));
    expect(read.comments).toHaveLength(comments);
    expect(read).toEqual(expected(JSON.parse(packText(`open-npa/${json}`)) as Extract, language));
  });
});

interface Share {
  repeated: { reasons: Record<Language, string> }[];
}
interface Taken {
  bodyId: string;
  title: Localized;
  summary: Localized;
  objectives: Localized;
}

withDataPack('the discussions of the data pack', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication({ at: '2026-09-20T10:00:00+05:00' });
  });
  afterAll(() => test.close());

  const take = (...pages: string[]): Promise<Imported[]> =>
    test.app.get(ImportsService).import(pages.map(readPortalPage), OPERATOR);
  const read = async <T>(path: string): Promise<T> => (await test.anyone.get(path).expect(200)).body as T;
  const grouped = async (): Promise<void> => {
    await test.app.get(GroupingService).sweep();
    await test.app.get(WordingsService).sweep();
  };
  const page = (name: string): string => packText(`open-npa/document_${name}.content.html`);

  it('are two records, one of them open for five days only', async () => {
    const imported = await take(page('with_comments_kk'), page('with_comments'), page('no_comments'));
    const [kk, ru, other] = imported.map(({ consultationId }) => consultationId);
    expect(kk).toBe(ru);
    expect(imported.map(({ what, comments }) => [what, comments])).toEqual([
      ['created', 10],
      ['completed', 0],
      ['created', 0],
    ]);
    const whole = await read<Taken>(`/consultations/${ru}`);
    expect(whole).toMatchObject({
      publishedOn: '2026-09-09',
      closesOn: '2026-09-14',
      breaches: [{ rule: 'K8.window', required: '2026-09-23', actual: '2026-09-14' }],
    });
    expect(whole.title.kk).toMatch(/^Қазақстан Республикасы Еңбек/);
    expect(whole.title.ru).toMatch(/^О внесении изменений/);
    expect(whole.summary.ru).toMatch(/^Проектом предусматривается внесение/);
    expect(whole.objectives.kk).toMatch(/^Жобаның мақсаты/);
    expect(await read(`/consultations/${ru}/source`)).toMatchObject({ languages: ['kk', 'ru'], missingEntries: 4 });
    const { items } = await read<{ items: { answer: { outcome: string } | null }[] }>(`/consultations/${ru}/comments`);
    expect(items.map(({ answer }) => answer?.outcome)).toEqual(Array.from({ length: 10 }, () => 'declined'));
    expect(await read(`/consultations/${other}`)).toMatchObject({
      actType: 'maslikhat_decision',
      category: 'taxes-and-finance',
      phase: 'commenting',
      breaches: [],
    });
    const before = await rowsOf(test.database);
    await take(page('no_comments'), page('with_comments'), page('with_comments_kk'));
    expect(await rowsOf(test.database)).toEqual(before);
  });

  it('have groups, and one template answer to all ten comments; the report is where it was published', async () => {
    const [{ consultationId: id } = { consultationId: '' }] = await take(
      page('with_comments_kk'),
      page('with_comments'),
    );
    await grouped();
    expect(await read(`/consultations/${id}/comment-groups`)).toMatchObject({ grouped: 10, waiting: 0 });
    const { bodyId } = await read<Taken>(`/consultations/${id}`);
    for (const path of [`/consultations/${id}/answers`, `/bodies/${bodyId}/answers`]) {
      const figures = await read<Share>(path);
      expect(figures).toMatchObject({ comments: 10, answers: 10, distinct: 1, nearIdentical: 10, share: '1' });
      expect(figures.repeated).toMatchObject([{ consultationId: id, answers: 10, comments: 10 }]);
      expect(figures.repeated[0]?.reasons.ru).toMatch(/^Уважаемый пользователь! Согласно последним техническим/);
    }
    await test.anyone.get(`/consultations/${id}/report`).expect(404);
    const { $ } = await new Reader(test).get(`/ru/consultations/${id}`);
    const part = $('section[aria-labelledby="report"]');
    expect(part.find('a[href="https://legalacts.egov.kz/report?id=15906353"]')).toHaveLength(1);
    const said = part.text().replaceAll(/\s+/g, ' ');
    for (const words of [
      'на этой платформе отчёта нет',
      'ещё 4 записи',
      '10 разных текстов',
      '10 ответов из 10 (100 %)',
    ])
      expect(said).toContain(words);
  });
});

withDataPack('a discussion of the data pack, saved before its report', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication({ at: '2026-09-20T10:00:00+05:00' });
  });
  afterAll(() => test.close());

  it('is reported on by the officer of its body, with every text, its answer and the hash of them all', async () => {
    const pages = ['with_comments_kk', 'with_comments'].map((name) => ({
      ...readPortalPage(packText(`open-npa/document_${name}.content.html`)),
      report: null,
    }));
    const [{ consultationId: id } = { consultationId: '' }] = await test.app
      .get(ImportsService)
      .import(pages, OPERATOR);
    await test.app.get(GroupingService).sweep();
    const { bodyId } = (await test.anyone.get(`/consultations/${id}`).expect(200)).body as Taken;
    const officer = await person(test, { role: 'officer', bodyId });
    const report = (await officer.put(`/consultations/${id}/report`).send({}).expect(200)).body as object;
    expect(report).toMatchObject({
      publishedOn: '2026-09-20',
      counts: { total: 10, answered: 10, texts: 10, groups: 0, participants: 1, byOutcome: { declined: 10 } },
    });
    const { bytes } = await download(test, `/consultations/${id}/report/report.jsonl`);
    const content = createHash('sha256').update(bytes).digest('hex');
    expect(report).toMatchObject({ hashes: { content, lines: 11 } });
    const lines = bytes.toString().trim().split('\n').slice(1);
    const said = lines.map(
      (line) => JSON.parse(line) as { text: string; answer: { reasons: Record<Language, string> } },
    );
    const extract = JSON.parse(packText('open-npa/npa-15906353.json')) as Extract;
    expect(said.map(({ text }) => text)).toEqual(extract.comments.map(({ text }) => text).reverse());
    expect(new Set(said.map(({ answer }) => answer.reasons.ru.slice(0, 40))).size).toBe(1);
    // The page that was saved after its own report changes nothing of ours.
    const saved = readPortalPage(packText('open-npa/document_with_comments.content.html'));
    await test.app.get(ImportsService).import([saved], OPERATOR);
    expect((await test.anyone.get(`/consultations/${id}/report`).expect(200)).body).toEqual(report);
  });
});
