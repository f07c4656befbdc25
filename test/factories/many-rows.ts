import type { TestDatabase } from '../support/database.js';

/** How many rows are made of one. */
export const MANY = 40;

/** Which row is copied, and what differs: SQL of a jsonb object, in which `n` counts the copies from 1. */
interface Copies {
  readonly where?: string;
  readonly change?: string;
}

/** Copies a row of a table many times, each with an id of its own where the table has one. */
async function copy(database: TestDatabase, table: string, { where = 'true', change = `'{}'` }: Copies): Promise<void> {
  const columns = await database.query<{ name: string }>(
    `select column_name::text as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const id = names.includes('id') ? `jsonb_build_object('id', md5(n || origin.id::text)::uuid)` : `'{}'::jsonb`;
  await database.query(
    `insert into ${table} (${names.join(', ')})
     select ${names.map((name) => `made.${name}`).join(', ')}
       from (select * from ${table} t where ${where} order by t::text limit 1) origin, generate_series(1, ${MANY}) n,
         jsonb_populate_record(null::${table}, to_jsonb(origin) || ${id} || ${change}) made`,
  );
}

const nth = (table: string, where = 'true', column = 'id'): string =>
  `(select ${column} from ${table} where ${where} order by ${column} offset n - 1 limit 1)`;
const object = (members: string): string => `jsonb_build_object(${members})`;

/** The ids of the rows that get many parts. */
export interface Grown {
  readonly admin: string;
  readonly council: string;
  readonly member: string;
  readonly meeting: string;
  readonly item: string;
  readonly consultation: string;
  readonly comment: string;
  readonly version: string;
  readonly group: string;
  readonly provision: string;
  /** A document, which has the same id as its file. */
  readonly document: string;
  readonly assessment: string;
  readonly methodology: string;
  readonly followUp: string;
}

/** Makes many rows of every row that lists show, and many parts of the things whose ids are given. */
export async function growRows(database: TestDatabase, ids: Grown): Promise<void> {
  const many = (table: string, copies: Copies = {}): Promise<void> => copy(database, table, copies);
  await many('journal', { change: object(`'seq', origin.seq + 10000 + n`) });
  await many('accounts', { change: object(`'email', 'copy-' || n || '@example.kz'`) });
  const token = `'token_hash', '\\x' || md5(origin.id::text || n) || md5(n || origin.id::text)`;
  await many('sessions', {
    where: 'id = (select id from sessions order by started_at desc, id desc limit 1)',
    change: object(token),
  });
  await growCouncils(many, ids);
  await growConsultations(many, ids);
  await growAssessments(many, ids);
  await growDocuments(database, ids);
}

type Many = (table: string, copies?: Copies) => Promise<void>;

async function growCouncils(many: Many, { admin, council, member, meeting, item }: Grown): Promise<void> {
  const ofCouncil = `council_id = '${council}'`;
  const body = nth('bodies', 'id not in (select body_id from councils)');
  await many('councils', { where: `id = '${council}'`, change: object(`'body_id', ${body}`) });
  const other = nth('councils', `id <> '${council}'`);
  const secretary = `'role', 'secretary', 'council_id', ${other}, 'body_id', null, 'member_id', null`;
  await many('grants', { where: `account_id = '${admin}'`, change: object(secretary) });
  await many('convocations', { where: ofCouncil, change: object(`'number', origin.number + n`) });
  await many('council_rules', { where: ofCouncil, change: object(`'decided_on', origin.decided_on - n`) });
  await many('rule_settings', { change: object(`'since', origin.since - n`) });
  await many('organizations');
  await many('members', { where: `id = '${member}'` });
  await many('member_roles', { where: `member_id = '${member}'` });
  await many('meetings', { where: `id = '${meeting}'`, change: object(`'number', origin.number + 100 + n`) });
  await many('agenda_items', { where: `id = '${item}'`, change: object(`'position', origin.position + 100 + n`) });
  for (const [table, where] of [
    ['attendance', `meeting_id = '${meeting}'`],
    ['votes', `agenda_item_id = '${item}'`],
  ] as const) {
    const added = nth('members', `id not in (select member_id from ${table} where ${where})`);
    await many(table, { where, change: object(`'member_id', ${added}`) });
  }
  await many('recommendations', { where: `state = 'sent'` });
  const edition = `'edition', origin.edition + n, 'state', 'superseded', 'superseded_on', origin.published_on, 'reason', origin.text`;
  await many('minutes', { where: `meeting_id = '${meeting}'`, change: object(edition) });
}

async function growConsultations(many: Many, ids: Grown): Promise<void> {
  const { consultation, comment, version, provision, group, document } = ids;
  await many('consultations', { where: `id = '${consultation}'`, change: object(`'body_id', ${nth('bodies')}`) });
  const uncounted = nth('consultations', 'id not in (select consultation_id from comment_counters)');
  await many('comment_counters', { change: object(`'consultation_id', ${uncounted}`) });
  const ofConsultation = `consultation_id = '${consultation}'`;
  const untoldOf = `id not in (select council_id from consultation_councils where ${ofConsultation})`;
  const told = object(`'council_id', ${nth('councils', untoldOf)}`);
  await many('consultation_councils', { where: ofConsultation, change: told });
  await many('opinions', { where: ofConsultation });
  const number = object(`'number', origin.number + n`);
  await many('draft_versions', { where: `id = '${version}'`, change: number });
  await many('provisions', { where: `id = '${provision}'` });
  const untold = nth('provisions', 'id not in (select provision_id from provision_texts)');
  await many('provision_texts', {
    where: `provision_id = '${provision}'`,
    change: object(`'provision_id', ${untold}`),
  });
  const unlike = `'number', origin.number + 100 + n, 'receipt', origin.receipt || n, 'first_of_participant', false`;
  const unrepeated = `${unlike}, 'repeat_hash', null, 'idempotency_key', null`;
  await many('comments', { where: `id = '${comment}'`, change: object(unrepeated) });
  const ofReport = `report_id = (select id from consultation_reports where ${ofConsultation})`;
  await many('report_texts', { where: ofReport, change: object(`'position', origin.position + 100 + n`) });
  await many('earlier_answers', { where: `comment_id = '${comment}'`, change: number });
  const open = nth('comments', 'id not in (select comment_id from concealments)');
  await many('concealments', { change: object(`'comment_id', ${open}`) });
  await many('comment_groups', { where: `id = '${group}'` });
  await many('comment_group_decisions', { where: `from_id = '${group}'` });
  const unfollowed = nth(
    'consultations',
    'published_on is not null and id not in (select consultation_id from subscriptions)',
  );
  const token = `left(md5(n::text) || md5(origin.token), 43)`;
  await many('subscriptions', { change: object(`'consultation_id', ${unfollowed}, 'token', ${token}`) });
  // Each document has a file of its own.
  await many('files', { where: `id = '${document}'` });
  await many('consultation_documents', {
    where: `file_id = '${document}'`,
    change: object(`'file_id', md5(n || origin.file_id::text)::uuid`),
  });
}

async function growAssessments(many: Many, { assessment, methodology, member, followUp }: Grown): Promise<void> {
  await many('methodologies', { where: `id = '${methodology}'`, change: object(`'previous_id', null`) });
  await many('assessments', { where: `id = '${assessment}'` });
  const ofAssessment = `assessment_id = '${assessment}'`;
  const code = object(`'indicator', 'copy-' || n`);
  await many('assessment_values', { where: ofAssessment, change: code });
  await many('assessment_judgements', { where: ofAssessment, change: code });
  const assessor = nth('members', `id not in (select member_id from assessment_assessors) and id <> '${member}'`);
  await many('assessment_assessors', { where: ofAssessment, change: object(`'member_id', ${assessor}`) });
  await many('assessment_editions', { where: ofAssessment, change: object(`'number', origin.number + n`) });
  const unpublished = nth('assessments', 'id not in (select assessment_id from assessment_editions)');
  await many('assessment_editions', { where: ofAssessment, change: object(`'assessment_id', ${unpublished}`) });
  await many('follow_ups', { where: `id = '${followUp}'`, change: object(`'indicator', null`) });
  await many('follow_up_reports', { where: `follow_up_id = '${followUp}'` });
}

/** What a row keeps as a document grows too: indicators, values, weak ones, milestones, what came with an import. */
async function growDocuments(database: TestDatabase, { methodology, assessment, followUp }: Grown): Promise<void> {
  const copies = (of: string): string =>
    `(select jsonb_agg(jsonb_set(${of}, '{code}', to_jsonb('copy-' || n))) from generate_series(1, ${MANY}) n)`;
  const indicators = `dimensions#>'{0,indicators}'`;
  await database.query(
    `update methodologies set dimensions =
       jsonb_set(dimensions, '{0,indicators}', ${indicators} || ${copies(`dimensions#>'{0,indicators,0}'`)})
     where id = $1`,
    [methodology],
  );
  const repeated = (one: string): string =>
    `(select jsonb_agg(copy.one) from (select ${one} as one from generate_series(1, ${MANY})) copy)`;
  const list = (of: string): string => `${of} || ${repeated(`${of}->0`)}`;
  const weak = `weak || (select array_agg('copy-' || n) from generate_series(1, ${MANY}) n)`;
  await database.query(
    `update assessment_editions set weak = ${weak}, record = jsonb_set(record, '{values}', ${list(`(record->'values')`)}),
       workings = jsonb_set(workings, '{values}', ${list(`(workings->'values')`)}) where assessment_id = $1`,
    [assessment],
  );
  const milestone = `jsonb_build_object('name', measure, 'dueOn', due_on)`;
  await database.query(`update follow_ups set milestones = ${repeated(milestone)} where id = $1`, [followUp]);
  await database.query(`update imports set files = ${list('files')}`);
  await database.query(
    `update imported_comments set replies = ${list('replies')} where jsonb_array_length(replies) > 0`,
  );
}
