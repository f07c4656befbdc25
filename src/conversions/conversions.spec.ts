import { describe, expect, it } from '@jest/globals';
import { docxOf, docxParts, numbering, paragraph, row, wordXml, zipOf } from '../../test/factories/documents.js';
import { converted, type Converted } from './converted.js';
import { keptIds } from './kept-ids.js';
import { markOf } from './provision-mark.js';

const html = (body: string): Buffer => Buffer.from(`<!doctype html><html><body>${body}</body></html>`);
const one = (document: Uint8Array): Converted => converted({ documents: { ru: document }, stored: [] });
const faultOf = (document: Uint8Array): string | undefined => one(document).refused[0]?.code;
const lossesOf = (document: Uint8Array): Record<string, number> =>
  Object.fromEntries(one(document).losses.map(({ loss, count }) => [loss, count]));
/** Level, mark, heading and words of each provision, in short. */
const shortOf = (document: Uint8Array): string[] =>
  one(document).outline.map(({ level, label, heading, text, table }) =>
    [level, label, heading, text, table && JSON.stringify(table.rows)].map((part) => part || '–').join(' | '),
  );

describe('the marks of provisions', () => {
  it.each([
    ['1-бап. Мақсаты', 'article', '1', '1-бап.', 'Мақсаты'],
    ['3-1-бап. Мақсаты', 'article', '3-1', '3-1-бап.', 'Мақсаты'],
    ['Статья 1. Цель', 'article', '1', 'Статья 1.', 'Цель'],
    ['СТАТЬЯ 12-1 ЦЕЛЬ', 'article', '12-1', 'СТАТЬЯ 12-1', 'ЦЕЛЬ'],
    ['1-тарау. Жалпы ережелер', 'section', '1', '1-тарау.', 'Жалпы ережелер'],
    ['Глава 1. Общие положения', 'section', '1', 'Глава 1.', 'Общие положения'],
    ['1-бөлім', 'section', '1', '1-бөлім', ''],
    ['Раздел II. Порядок', 'section', 'II', 'Раздел II.', 'Порядок'],
    ['§ 2. Сроки', 'section', '2', '§ 2.', 'Сроки'],
    ['2-параграф. Мерзімдер', 'section', '2', '2-параграф.', 'Мерзімдер'],
    ['1-тармақ. Мәтін', 'paragraph', '1', '1-тармақ.', 'Мәтін'],
    ['1. Внести изменения:', 'paragraph', '1', '1.', 'Внести изменения:'],
    ['1.2. Внести', 'paragraph', '1.2', '1.2.', 'Внести'],
    ['1) подпункт', 'paragraph', '1', '1)', 'подпункт'],
    ['2-1) подпункт', 'paragraph', '2-1', '2-1)', 'подпункт'],
    ['Приложение 1 к приказу', 'section', '1', null, 'Приложение 1 к приказу'],
    ['Министрдің бұйрығына 2-қосымша', 'section', '2', null, 'Министрдің бұйрығына 2-қосымша'],
  ])('are read from “%s” as they are printed', (line, level, number, label, rest) => {
    expect(markOf(line)).toMatchObject({ level, number, label, rest });
  });

  it.each([
    '5-баптың 3-тармағы мынадай редакцияда жазылсын:',
    'Статья 5 излагается в следующей редакции:',
    'Глава государства подписал закон.',
    '«Статья 1. Цель»;',
    '1,5 процента',
    '2024 жылғы 1 қаңтардан бастап',
    'Приложение 2 изложить в следующей редакции:',
  ])('are not seen in “%s”, which speaks of others', (line) => {
    expect(markOf(line)).toBeUndefined();
  });
});

describe('a Word document', () => {
  it('keeps the automatic numbers, which are nowhere in its text', () => {
    const list = numbering(['decimal', '%1.'], ['decimal', '%2)'], ['russianLower', '%3)']);
    const at = (level: number, text: string) => paragraph(text, [1, level]);
    const body = at(0, 'первый') + at(1, 'да') + at(1, 'нет') + at(2, 'буква') + at(0, 'второй') + at(1, 'снова');
    expect(shortOf(docxOf(body + paragraph('новый список', [2, 0]), [list]))).toEqual([
      'paragraph | 1. | – | первый | –',
      'paragraph | 1) | – | да | –',
      'paragraph | 2) | – | нет\nа) буква | –',
      'paragraph | 2. | – | второй | –',
      'paragraph | 1) | – | снова | –',
      'paragraph | 1. | – | новый список | –',
    ]);
  });

  it('has numbers by its styles, of several levels, roman, and bullets', () => {
    const style = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles = wordXml('styles', `<w:style w:type="paragraph" w:styleId="S">${style}</w:style>`);
    const list = numbering(['upperRoman', '%1.'], ['decimal', '%1.%2.'], ['bullet', '\uf0b7']);
    const body = `<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr><w:r><w:t>Общие</w:t></w:r></w:p>`;
    const more = paragraph('точка', [1, 1]) + paragraph('знак', [1, 2]);
    expect(shortOf(docxOf(body + more, [list, { name: 'word/styles.xml', data: styles }]))).toEqual([
      'section | I. | Общие | I.1. точка\n• знак | –',
    ]);
  });

  it('keeps tables with their merged cells and heading rows; a single cell is but a frame', () => {
    const table =
      row([['Шум', '<w:gridSpan w:val="2"/>']], true) +
      row([['днём', '<w:vMerge w:val="restart"/>'], '55']) +
      row([['', '<w:vMerge/>'], '60']);
    const frame = `<w:tbl>${row(['Утверждены приказом'])}</w:tbl>`;
    const { outline } = one(docxOf(`${frame}${paragraph('1. Нормы')}<w:tbl>${table}</w:tbl>${paragraph('конец')}`));
    expect(outline.map(({ text }) => text)).toEqual(['Утверждены приказом', 'Нормы', '', 'конец']);
    expect(outline[2]?.table).toEqual({
      kind: 'table',
      rows: [
        ['Шум', ''],
        ['днём', '55'],
        ['', '60'],
      ],
      headerRows: 1,
      merged: [
        { row: 1, column: 1, rows: 1, columns: 2 },
        { row: 2, column: 1, rows: 2, columns: 1 },
      ],
    });
  });

  it('tells what of it is lost: changes, comments, footnotes, pictures, boxes, hidden words', () => {
    const inside = [
      '<w:del><w:r><w:t>прежде</w:t></w:r></w:del><w:ins><w:r><w:t>теперь</w:t></w:r></w:ins>',
      '<w:r><w:commentReference/></w:r><w:r><w:footnoteReference/></w:r>',
      '<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>в рамке</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>тайно</w:t></w:r>',
    ];
    const document = docxOf(paragraph('1. Текст ', undefined, inside.join('')));
    expect(shortOf(document)).toEqual(['paragraph | 1. | – | Текст теперь | –']);
    expect(lossesOf(document)).toEqual({
      ...{ 'tracked-changes': 2, comments: 1, footnotes: 1, images: 1, 'text-boxes': 1, 'hidden-text': 1 },
    });
  });

  it('reads nested tables as lines of their cell', () => {
    const inner = `<w:tbl>${row(['один', 'два'])}</w:tbl>`;
    const cell = `<w:tc>${paragraph('вне')}${inner}</w:tc><w:tc>${paragraph('рядом')}</w:tc>`;
    const document = docxOf(`<w:tbl><w:tr>${cell}</w:tr></w:tbl>`);
    expect(one(document).outline[0]?.table?.rows).toEqual([['вне\nодин\nдва', 'рядом']]);
    expect(lossesOf(document)).toEqual({ 'nested-tables': 1 });
  });

  const nested = (times: number) => '<w:tbl><w:tr><w:tc>'.repeat(times) + '</w:tc></w:tr></w:tbl>'.repeat(times);
  const declared = (type: string) =>
    zipOf([
      ...docxParts('').slice(0, 1),
      { name: 'word/document.xml', data: `<!DOCTYPE d [${type}]><w:document xmlns:w="x">&e;</w:document>` },
    ]);
  const many = Array.from({ length: 2001 }, (_, at) => ({ name: `word/media/${at}.png` }));
  const macro = { name: 'word/vbaProject.bin', data: 'x' };
  const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  const twice = [...docxParts(paragraph('1. Один')), ...docxParts(paragraph('1. Другой'))];

  it.each([
    ['nothing', () => Buffer.alloc(0), 'document-empty'],
    ['no archive', () => Buffer.from('PK\u0003\u0004 no archive at all'), 'document-unreadable'],
    ['plain words', () => Buffer.from('просто текст'), 'document-unknown'],
    ['an old Word file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'document-old-format'],
    ['another archive', () => zipOf([{ name: 'mimetype', data: 'x' }]), 'document-unknown'],
    ['macros', () => docxOf(paragraph('1. Текст'), [macro]), 'document-macros'],
    ['macros by type', () => zipOf(docxParts(paragraph('1. Текст'), [], macroType)), 'document-macros'],
    ['an external entity', () => declared('<!ENTITY e SYSTEM "file:///etc/passwd">'), 'document-type-declaration'],
    ['entities of entities', () => declared('<!ENTITY e "&f;&f;">'), 'document-type-declaration'],
    ['10,000 nested tables', () => docxOf(nested(10_000)), 'document-too-deep'],
    ['a bomb of 100 MB', () => docxOf('<w:p/>'.repeat(17_000_000)), 'document-too-large'],
    ['too many parts', () => docxOf(paragraph('1. Текст'), many), 'document-too-many-parts'],
    ['two parts of one name', () => zipOf(twice), 'document-unreadable'],
    ['torn data', () => docxOf('', [{ name: 'word/styles.xml', raw: Buffer.from('torn') }]), 'document-unreadable'],
    ['XML that does not end', () => docxOf('<w:p>'), 'document-unreadable'],
    ['no text', () => docxOf('<w:p/>'), 'document-without-text'],
    ['2,001 provisions', () => docxOf(paragraph('1. т').repeat(2001)), 'too-many-provisions'],
  ])('of %s is refused', (_, make, code) => {
    expect(faultOf(make())).toBe(code);
  });
});

describe('an HTML document', () => {
  it('has sections, articles, lists with their numbers, and tables', () => {
    const table = `<table><caption>Нормы</caption><tr><th colspan="2">Шум</th></tr>
      <tr><td rowspan="2">днём</td><td>55<br>дБ</td></tr><tr><td>60</td></tr></table>`;
    const lists = '<ol start="2"><li>второй<ul><li>знак</li></ul></li><li><p>третий</p></li></ol>';
    const body = `<h1>Глава 1</h1><p>Общие положения</p><p>Статья&nbsp;1.  <b>Це</b>ль</p><p>слова</p>${lists}${table}`;
    expect(shortOf(html(body))).toEqual([
      'section | Глава 1 | Общие положения | – | –',
      'article | Статья 1. | Цель | слова | –',
      'paragraph | 2. | – | второй\n• знак | –',
      'paragraph | 3. | – | третий\nНормы | –',
      '– | – | – | – | [["Шум",""],["днём","55\\nдБ"],["","60"]]',
    ]);
    expect(one(html(body)).outline[4]?.table).toMatchObject({
      headerRows: 1,
      merged: [
        { row: 1, column: 1, rows: 1, columns: 2 },
        { row: 2, column: 1, rows: 2, columns: 1 },
      ],
    });
  });

  it('loses scripts, hidden words and pictures, and says so', () => {
    const body = `<p>1. Текст<script>alert(1)</script><img src=x onerror=alert(1)><span hidden>тайно</span>
      <del>прежде</del></p><iframe src="https://example.org"></iframe><p>&lt;b&gt;</p>`;
    expect(shortOf(html(body))).toEqual(['paragraph | 1. | – | Текст\n<b> | –']);
    expect(lossesOf(html(body))).toEqual({ scripts: 1, images: 1, 'hidden-text': 1, 'tracked-changes': 1, objects: 1 });
  });

  it.each([
    ['of 10,000 nested tables', html('<table><tr><td>'.repeat(10_000)), 'document-too-deep'],
    ['of 10,000 nested blocks', html('<div>'.repeat(10_000)), 'document-too-deep'],
    ['that is no UTF-8', Buffer.from([0x3c, 0x70, 0x3e, 0xcf, 0xf0, 0xe8]), 'invalid-utf8'],
    ['without words', html('<p> &nbsp; </p><script>1</script>'), 'document-without-text'],
  ])('%s is refused', (_, document, code) => {
    expect(faultOf(document)).toBe(code);
  });

  it('with cells that say to go further than any table keeps to what is there', () => {
    const wide = one(html('<table><tr><td colspan="999999" rowspan="999999">а<td>б<tr><td>в</table>'));
    expect(wide.outline[0]?.table?.rows.length).toBe(2);
  });
});

describe('a Kazakh and a Russian document', () => {
  const both = (kk: string, ru: string): Converted =>
    converted({ documents: { kk: html(kk), ru: html(ru) }, stored: [] });

  it('are one text, each with its marks', () => {
    const { items, differences } = both(
      '<p>1-тарау. Жалпы</p><p>1-бап. Мақсаты</p><p>Мәтін</p><table><tr><td>а<td>б</table>',
      '<p>Глава 1. Общие</p><p>Статья 1. Цель</p><p>Текст</p><table><tr><td>в<td>г</table>',
    );
    expect(differences).toEqual([]);
    expect(items.slice(0, 2)).toMatchObject([
      {
        level: 'section',
        number: '1',
        label: { kk: '1-тарау.', ru: 'Глава 1.' },
        heading: { kk: 'Жалпы', ru: 'Общие' },
      },
      { level: 'article', heading: { kk: 'Мақсаты', ru: 'Цель' }, text: { kk: 'Мәтін', ru: 'Текст' } },
    ]);
    expect(items[2]?.table).toMatchObject({ kk: { rows: [['а', 'б']] }, ru: { rows: [['в', 'г']] } });
  });

  it('are refused where one has more, another number, or a table of other shape, and told the place', () => {
    const { differences } = both(
      '<p>1. а</p><p>2. б</p><p>3. в</p><p>5. г</p><table><tr><td>а<td>б</table>',
      '<p>1. а</p><p>3. в</p><p>6. г</p><table><tr><td>а<td>б<td>в</table><p>7. д</p>',
    );
    expect(differences).toEqual([
      { pointer: '/kk/1', code: 'only-in-kk', params: { what: '2. б' } },
      { pointer: '/ru/2', code: 'languages-differ', params: { kk: '5. г', ru: '6. г' } },
      { pointer: '/ru/3', code: 'tables-differ', params: { kk: 'а б', ru: 'а б в' } },
      { pointer: '/ru/4', code: 'only-in-ru', params: { what: '7. д' } },
    ]);
  });

  it('tell of both when both are refused', () => {
    const { refused } = converted({ documents: { kk: Buffer.alloc(0), ru: Buffer.from('?') }, stored: [] });
    expect(refused.map(({ language, code }) => `${language} ${code}`)).toEqual([
      'kk document-empty',
      'ru document-unknown',
    ]);
  });
});

describe('provisions of a new text', () => {
  const stored = [
    { id: 'chapter', rank: 2, number: '1', words: 'общие положения' },
    { id: 'first', rank: 5, number: '1', words: 'ночной шум не превышает сорока пяти децибел' },
    { id: 'sub', rank: 6, number: '1', words: 'в жилых домах' },
    { id: 'second', rank: 5, number: '2', words: 'жалобы рассматриваются за десять дней' },
    { id: 'under second', rank: 6, number: '1', words: 'в акимате' },
  ];
  const [chapter, first, sub, second] = stored as [
    (typeof stored)[0],
    (typeof stored)[0],
    (typeof stored)[0],
    (typeof stored)[0],
  ];

  it('keep their ids by their words, also when they moved and got other numbers', () => {
    expect(keptIds([chapter, { ...second, number: '1' }, { ...first, number: '2' }], stored)).toEqual([
      'chapter',
      'second',
      'first',
    ]);
  });

  it('keep them at the same place when some words changed, and elsewhere when few did', () => {
    const changed = { ...first, words: 'ночной шум не превышает сорока децибел летом' };
    const moved = { ...second, number: '7', words: 'жалобы рассматриваются за пять дней' };
    expect(keptIds([chapter, changed, { ...sub, words: 'в жилых зданиях' }, moved], stored)).toEqual([
      'chapter',
      'first',
      'sub',
      'second',
    ]);
  });

  it('are new when they say something else, and no id is given twice', () => {
    const other = { ...first, words: 'совсем иное правило о парковках' };
    expect(keptIds([other], stored)).toEqual([undefined]);
    expect(keptIds([sub, sub], stored).filter((id) => id === 'sub')).toHaveLength(1);
  });
});
