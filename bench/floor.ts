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
const LIST = {
  name: 'floor-list',
  text: `select c.id, c.consultation_id as "consultationId", c.number, c.state, c.channel, c.language, c.text,
      c.provision_id as "provisionId", c.version_number as "versionNumber", c.quote, c.participant,
      a.display_name as "authorName", c.accepted_at as "acceptedAt", c.answered_at as "answeredAt", c.outcome, c.reasons,
      c.withdrawn_at as "withdrawnAt"
    from comments c left join accounts a on a.id = c.account_id and c.show_name
    where c.consultation_id = $1 and c.number > $2 order by c.number limit 21`,
};

const JSON_TYPE = 'application/json; charset=utf-8';
let kept: { bytes: Buffer; tag: string } | undefined;

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

/** The same bytes every time, as they were handed over at the start. */
function revalidate(request: IncomingMessage, reply: ServerResponse): void {
  if (!kept) throw new Error('Nothing was handed over.');
  const headers = { etag: kept.tag, 'cache-control': 'public, max-age=0, must-revalidate' };
  if (request.headers['if-none-match'] === kept.tag) reply.writeHead(304, headers).end();
  else
    reply
      .writeHead(200, { ...headers, 'content-type': JSON_TYPE, 'content-length': kept.bytes.length })
      .end(kept.bytes);
}

function send(reply: ServerResponse, status: number, body: string): void {
  reply.writeHead(status, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(body) }).end(body);
}

function cursorOf(url: URL): number {
  const after = url.searchParams.get('after');
  return after === null ? 0 : Number((JSON.parse(Buffer.from(after, 'base64url').toString()) as number[])[0]);
}

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://floor');
  const [, , , , id = ''] = url.pathname.split('/');
  if (request.method === 'POST') await post(request, reply, id);
  else if (request.headers['if-none-match'] !== undefined) revalidate(request, reply);
  else await list(reply, id, cursorOf(url));
}

process.on('message', (message: { bytes: string; tag: string }) => {
  kept = { bytes: Buffer.from(message.bytes), tag: message.tag };
});

const server = createServer((request, reply) => {
  answer(request, reply).catch((error: unknown) => {
    send(reply, 500, JSON.stringify({ error: String(error) }));
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('listening'));
process.on('SIGTERM', () => process.exit(0));
