/** What an answer is made of: a page of rows, one thing with parts, or what no row adds to. */
type Made = 'page' | 'parts' | 'fixed';

/** A route, and where it is asked; names in braces are ids of the landing's rows. */
export interface Asked {
  readonly made: Made;
  readonly by?: 'admin' | 'citizen';
  /** The path, where it is not the route's with `{id}` of the kind that it names. */
  readonly at?: string;
  /** Most statements, where it is more than eight. */
  readonly most?: number;
}

/** Every GET route of the document. A route that is not here fails the test. */
export const READ_ROUTES: Readonly<Record<string, Asked>> = {
  '/journal': { made: 'page' },
  '/me': { made: 'parts', by: 'admin' },
  '/me/comments': { made: 'page', by: 'citizen' },
  '/me/data': { made: 'parts', by: 'citizen' },
  '/me/sessions': { made: 'parts', by: 'citizen' },
  '/accounts': { made: 'page', by: 'admin' },
  '/accounts/{id}': { made: 'fixed', by: 'admin', at: '/accounts/{admin}' },
  '/grants': { made: 'page', by: 'admin' },
  '/grants/{id}': { made: 'fixed', by: 'admin', at: '/grants/{grant}' },
  // One statement for each kind of due date.
  '/calendar/recalculation': { made: 'parts', by: 'admin', most: 14 },
  '/calendar/{period}': { made: 'parts', at: '/calendar/2027' },
  '/rules': { made: 'fixed' },
  '/rules/{id}': { made: 'fixed', at: '/rules/M5.notice' },
  '/powers': { made: 'fixed' },
  '/territories': { made: 'page' },
  '/territories/{id}': { made: 'fixed', at: '/territories/{territory}' },
  '/bodies': { made: 'page' },
  '/bodies/{id}': { made: 'fixed', at: '/bodies/{body}' },
  '/councils': { made: 'page' },
  '/councils/{id}': { made: 'parts', at: '/councils/{council}' },
  '/councils/{id}/rules': { made: 'fixed', at: '/councils/{council}/rules' },
  '/convocations/{id}': { made: 'fixed', at: '/convocations/{convocation}' },
  '/councils/{id}/composition': { made: 'fixed', at: '/councils/{council}/composition' },
  '/councils/{id}/members': { made: 'page', at: '/councils/{council}/members' },
  '/members/{id}': { made: 'parts', at: '/members/{member}' },
  '/member-roles/{id}': { made: 'fixed', at: '/member-roles/{role}' },
  '/organizations': { made: 'page' },
  '/organizations/{id}': { made: 'fixed', at: '/organizations/{organization}' },
  '/councils/{id}/meetings': { made: 'page', at: '/councils/{council}/meetings' },
  '/meetings/{id}': { made: 'parts', at: '/meetings/{meeting}' },
  '/meetings/{id}/attendance': { made: 'parts', at: '/meetings/{meeting}/attendance' },
  '/agenda-items/{id}': { made: 'parts', at: '/agenda-items/{item}' },
  '/recommendations': { made: 'page' },
  '/recommendations/{id}': { made: 'fixed', at: '/recommendations/{recommendation}' },
  '/meetings/{id}/minutes': { made: 'parts', at: '/meetings/{meeting}/minutes' },
  '/act-types': { made: 'fixed' },
  '/exemptions': { made: 'fixed' },
  '/categories': { made: 'fixed' },
  '/consultations': { made: 'page' },
  '/consultations/{id}': { made: 'parts', at: '/consultations/{consultation}' },
  '/consultations/{id}/draft': { made: 'parts', at: '/consultations/{consultation}/draft' },
  '/consultations/{id}/comparison': { made: 'parts', at: '/consultations/{consultation}/comparison' },
  '/consultations/{id}/versions': { made: 'page', at: '/consultations/{consultation}/versions' },
  '/consultations/{id}/comments': { made: 'page', at: '/consultations/{consultation}/comments' },
  // One statement on the pool; the rows come by a cursor on a connection of its own.
  '/consultations/{id}/export/comments.csv': { made: 'fixed', at: '/consultations/{consultation}/export/comments.csv' },
  '/consultations/{id}/export/comments.jsonl': {
    made: 'fixed',
    at: '/consultations/{consultation}/export/comments.jsonl',
  },
  '/comments/{id}': { made: 'fixed', at: '/comments/{comment}' },
  '/comments/{id}/files': { made: 'fixed', at: '/comments/{comment}/files' },
  '/consultations/{id}/my-draft': { made: 'fixed', by: 'citizen', at: '/consultations/{draftOf}/my-draft' },
  '/paper-comments/{id}': { made: 'fixed', by: 'admin', at: '/paper-comments/{comment}' },
  '/consultations/{id}/documents': { made: 'page', at: '/consultations/{consultation}/documents' },
  '/consultation-documents/{id}': { made: 'fixed', at: '/consultation-documents/{document}' },
  '/files/{id}': { made: 'fixed', by: 'citizen', at: '/files/{file}' },
  '/files/{id}/{name}': { made: 'fixed', by: 'citizen', at: '/files/{file}/a.txt' },
  '/comments/{id}/earlier-answers': { made: 'page', at: '/comments/{comment}/earlier-answers' },
  '/comments/{id}/concealment': { made: 'fixed', at: '/comments/{comment}/concealment' },
  '/appeals': { made: 'page', by: 'admin' },
  '/concealment-grounds': { made: 'fixed' },
  '/moderation': { made: 'page' },
  '/consultations/{id}/comment-groups': { made: 'page', at: '/consultations/{consultation}/comment-groups' },
  '/consultations/{id}/comment-groups/{groupId}': {
    made: 'parts',
    at: '/consultations/{consultation}/comment-groups/{group}',
  },
  '/consultations/{id}/work-list': {
    made: 'page',
    by: 'admin',
    at: '/consultations/{consultation}/work-list?state=any',
  },
  '/consultations/{id}/officers': { made: 'parts', by: 'admin', at: '/consultations/{consultation}/officers' },
  '/search/consultations': { made: 'parts', at: '/search/consultations?q={titled}&limit=100' },
  '/search/comments': { made: 'parts', at: '/search/comments?q={said}&limit=100' },
  '/consultations/{id}/answers': { made: 'fixed', at: '/consultations/{consultation}/answers' },
  '/bodies/{id}/answers': { made: 'fixed', at: '/bodies/{body}/answers' },
  '/receipts/{number}': { made: 'fixed', at: '/receipts/{receipt}' },
  '/opinions': { made: 'page' },
  '/opinions/{id}': { made: 'fixed', at: '/opinions/{opinion}' },
  '/consultations/{id}/opinions': { made: 'page', at: '/consultations/{consultation}/opinions' },
  '/consultations/{id}/report': { made: 'parts', at: '/consultations/{consultation}/report' },
  '/consultations/{id}/report/texts': { made: 'page', at: '/consultations/{consultation}/report/texts' },
  // The texts and the lines come by a cursor.
  '/consultations/{id}/report/report.csv': { made: 'fixed', at: '/consultations/{consultation}/report/report.csv' },
  '/consultations/{id}/report/report.jsonl': { made: 'fixed', at: '/consultations/{consultation}/report/report.jsonl' },
  '/consultations/{id}/report/report.pdf': {
    made: 'fixed',
    at: '/consultations/{consultation}/report/report.pdf',
    most: 10,
  },
  '/consultations/{id}/report/report.docx': {
    made: 'fixed',
    at: '/consultations/{consultation}/report/report.docx',
    most: 10,
  },
  '/consultations/{id}/source': { made: 'parts', at: '/consultations/{imported}/source' },
  '/comments/{id}/source': { made: 'parts', at: '/comments/{importedComment}/source' },
  '/methodologies': { made: 'page' },
  '/methodologies/{id}': { made: 'parts', at: '/methodologies/{methodology}' },
  '/assessments': { made: 'page' },
  '/assessments/{id}': { made: 'parts', at: '/assessments/{assessment}' },
  '/assessments/{id}/workings': { made: 'parts', at: '/assessments/{assessment}/workings' },
  '/follow-ups': { made: 'page' },
  '/follow-ups/{id}': { made: 'parts', at: '/follow-ups/{followUp}' },
  '/assessments/{id}/gaps': { made: 'parts', at: '/assessments/{assessment}/gaps' },
};
