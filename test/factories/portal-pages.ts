/** What a small page of the portal is to show; the rest stands still. */
interface Shown {
  /** The number of the discussion. */
  readonly number?: string;
  readonly language?: 'kk' | 'ru';
  readonly created?: string;
  readonly until?: string;
  /** The text of the draft; without it a table of two rows. */
  readonly text?: string;
  /** Times of the comments, the first with an answer. */
  readonly comments?: readonly string[];
  readonly title?: string;
  readonly body?: string;
  readonly bodyName?: string;
  readonly actType?: string;
}

const LABELS = {
  ru: ['Версия проекта:', 'Тип НПА:', 'Дата создания:', 'Публичное обсуждение до:', 'Дата запуска онлайн-обсуждения:'],
  kk: ['Жоба нұсқасы:', 'НҚА түрі:', 'Құру күні:', 'Қоғамдық талқылаудың мерзімі:', 'Онлайн талқылау басталу уақыты:'],
} as const;

const TABLE = `<div contenteditable="false"><table><tbody>
  <tr><td><strong>1</strong></td><td><strong>Наименование</strong></td>
    <td>Проект <a name="x">налогов </a>&nbsp;<p>Вторая строка</p>Третья<br></td></tr>
  <tr><td><strong>2</strong></td><td><strong>Орган</strong></td><td><p>Орган-<img src="x">разработчик</p></td></tr>
  </tbody></table><style>td{}</style></div>`.replace('Третья<br>', 'Третья строка<br>');

/** A page of our own with the structure of the portal's: number 77, body 12, category 359. */
export function portalPage(shown: Shown = {}): string {
  const { language = 'ru', created = '09/09/2026', until = '14/09/2026', text = TABLE } = shown;
  const { number = '77', title = 'О порядке', body = '12', bodyName = 'Орган' } = shown;
  const { actType = language === 'ru' ? 'Приказ' : 'Бұйрық' } = shown;
  const comments = shown.comments ?? ['10/09 - 11:05', '09/09 - 09:00'];
  const [version, type, createdOn, untilOn, online] = LABELS[language];
  return `<div id="main_1" class="mainblock">
  <ul class="breadcrumb"><li><a href="/">Домой</a></li><li><a href="/list?categoryId=359">Миграция</a></li>
    <li><a href="/list?governmentId=${body}">${bodyName}</a></li></ul>
  <div class="view-npa"><h2 tabindex="0">${title}</h2>
    <small><b>Статус:</b> Архив </small><br><small><b>${version}</b>&#160; Версия 2 &#160;</small><br>
    <small><b>${type}</b>    ${actType}</small></br><small><b>${createdOn}</b> ${created}</small>
    </br><small><b>${untilOn}</b> ${until}</small></br><small><b>${online}</b> 15/09/2026 15:55:00</small></div>
  <ul class="conceptFiles"><li><a href="/application/downloadconceptfile?id=5">Скачать</a><label>проект.docx</label></li></ul>
  <div class="commentable-div">${text}</div>
  <ul class="blog-info"><li><i class="fa fa-comments"></i> 3</li>
    <li><i class="liker fa like like-${number}-1" card-id="${number}"></i> <span class="likeCount-${number}-1">4</span>
      <span class="dislikeCount-${number}-1">5</span></li>
    <li><i class="fa fa-eye"></i> 822</li><li><i class="fa fa-check-square"></i> 1</li>
    <li><i class="fa fa-times-circle"></i> 1</li>
    <div><a href="/report?id=${number}">Отчет</a><a href="/application/downloadreport?id=78">Скачать</a></div></ul>
  <div class="commentsTab" onload="setActive(6)"><ul><li id="tab-6" class="tablinks"><a href="">Комментарий</a></li>
    <li id="tab-3" class="tablinks"><a href="">НПП "Атамекен"</a></li></ul></div>
  <h2 tabindex="0">НПП "Атамекен"</h2>
  <div class="main-comments">${comments.map(comment).join('')}<p>&nbsp</p></div></div>`;
}

/** The same inside a whole page with menus. */
export const WHOLE = (block: string): string =>
  `<!DOCTYPE html><html lang="ru"><head><title>x</title></head><body><ul class="breadcrumb"><li>меню</li></ul>${block}</body></html>`;

function comment(time: string, at: number, all: readonly string[]): string {
  const [id, author] = [102 - at, `Участник ${all.length - at}`];
  const first = at === 0;
  const link = '<a href="#3" npa-id="3" class="view-comment-part"><span>1\t\tНаименование...</span></a>';
  const mark = '<span><i class="liker fa fa-times-circle" title="Не принято"></i></span>';
  const reply = `<div class="media"><div class="media-body"><h4 class="media-heading"><i class="fa fa-tags"></i> Орган
    <span> 10/09 - 12:24 </span></h4><p tabindex="0" id="103">Спасибо!</p></div></div>`;
  return `<div class="media"><a class="pull-left"><img src="x"></a><div class="media-body">
    <h4 class="media-heading">${author} <span> </span></h4>
    <h4 class="media-heading">${first ? link : ''}<span>${first ? link : ''} ${time} ${first ? mark : ''} / </span></h4>
    <p tabindex="0" id="${id}">${first ? 'Первая строка<br>и &laquo;вторая&raquo; &amp; третья\n' : 'Без ответа'}</p>
    ${first ? reply : ''}</div></div>`;
}
