import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';

// The floor: node:http and pg, doing only the statement in question.

const POOL_SIZE = Number(process.env['FLOOR_POOL'] ?? 12);
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: POOL_SIZE });

const INSERT = {
  name: 'floor-insert',
  text: `insert into floor_comments (id, version, consultation_id, number, state, channel, language, text, text_hash,
      show_name, account_id, participant, first_of_participant, accepted_at, receipt)
    values ($1, 1, $2, 1, 'accepted', 'public', $3, $4, $5, $6, $7, 1, false, $8, $9)`,
};
/** The fields that the list shows, as rows. */
const LIST = {
  name: 'floor-list',
  text: `select c.id, c.consultation_id as "consultationId", c.number, c.state, c.channel, c.language, c.text,
      c.provision_id as "provisionId", c.version_number as "versionNumber", c.quote, c.quote_context as "quoteContext",
      c.participant, coalesce(a.display_name, c.author_name) as "authorName", c.on_behalf_of as "onBehalfOf",
      c.accepted_at as "acceptedAt", c.received_on as "receivedOn", c.answered_at as "answeredAt",
      c.revised_at as "revisedAt", c.outcome, c.reasons, c.answer_provision_id as "answerProvisionId",
      c.withdrawn_at as "withdrawnAt", c.disowned_at as "disownedAt", c.concealment, c.group_id as "groupId", c.files
    from comments c left join accounts a on a.id = c.account_id and c.show_name
    where c.consultation_id = $1 and c.number > $2 order by c.number limit 21`,
};

const CONSULTATION = {
  name: 'floor-consultation',
  text: `select c.*, (select coalesce(json_agg(n.council_id), '[]') from consultation_councils n
    where n.consultation_id = c.id) as councils from consultations c where c.id = $1`,
};

const JSON_TYPE = 'application/json; charset=utf-8';
/** What was handed over, by its path. */
const kept = new Map<string, { readonly bytes: Buffer; readonly tag: string; readonly type: string }>();

async function post(request: IncomingMessage, reply: ServerResponse, consultationId: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { text, language } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { text: string; language: string };
  const id = randomUUID();
  const hash = createHash('sha256').update(text).digest('hex');
  const acceptedAt = new Date();
  await pool.query({ ...INSERT, values: [id, consultationId, language, text, hash, false, id, acceptedAt, id] });
  send(reply, 201, JSON.stringify({ id, text, language, acceptedAt, receipt: { number: id, textHash: hash } }));
}

async function list(reply: ServerResponse, consultationId: string, after: number): Promise<void> {
  const { rows } = await pool.query({ ...LIST, values: [consultationId, after] });
  send(reply, 200, JSON.stringify({ items: rows.slice(0, 20), next: null }));
}

/** What a page of comments shows, by the same two statements, not rendered. */
async function page(reply: ServerResponse, consultationId: string, after: number): Promise<void> {
  const consultation = await pool.query({ ...CONSULTATION, values: [consultationId] });
  const { rows } = await pool.query({ ...LIST, values: [consultationId, after] });
  send(reply, 200, JSON.stringify({ consultation: consultation.rows[0] as unknown, items: rows.slice(0, 20) }));
}

/** The same bytes every time, as they were handed over at the start; false where nothing was. */
function answerKept(request: IncomingMessage, reply: ServerResponse): boolean {
  const found = kept.get(request.url ?? '');
  if (!found) return false;
  const { tag, type, bytes } = found;
  const headers = { etag: tag, 'cache-control': 'public, max-age=0, must-revalidate' };
  if (request.headers['if-none-match'] === tag) reply.writeHead(304, headers).end();
  else reply.writeHead(200, { ...headers, 'content-type': type, 'content-length': bytes.length }).end(bytes);
  return true;
}

function send(reply: ServerResponse, status: number, body: string): void {
  reply.writeHead(status, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(body) }).end(body);
}

function cursorOf(url: URL): number {
  const after = url.searchParams.get('after');
  return after === null ? 0 : Number((JSON.parse(Buffer.from(after, 'base64url').toString()) as number[])[0]);
}

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  if (request.method === 'GET' && answerKept(request, reply)) return;
  const url = new URL(request.url ?? '/', 'http://floor');
  const id = /consultations\/([\w-]+)/.exec(url.pathname)?.[1] ?? '';
  if (request.method === 'POST') await post(request, reply, id);
  else if (url.pathname.startsWith('/api/')) await list(reply, id, cursorOf(url));
  else await page(reply, id, cursorOf(url));
}

process.on('message', ({ path, bytes, tag, type }: Record<'path' | 'bytes' | 'tag' | 'type', string>) => {
  kept.set(path, { bytes: Buffer.from(bytes), tag, type });
});

const server = createServer((request, reply) => {
  answer(request, reply).catch((error: unknown) => {
    send(reply, 500, JSON.stringify({ error: String(error) }));
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('listening'));
process.on('SIGTERM', () => process.exit(0));
