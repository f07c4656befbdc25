import type { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Env } from '../config/index.js';
import {
  By,
  dropArrived,
  FILE_BYTES,
  FILE_MEBIBYTES,
  Id,
  incomingDir,
  KEY_HEADER,
  May,
  Public,
  receive,
  Repetitions,
  type ArrivedFile,
} from '../http/index.js';
import { notFound, Problem, type Actor } from '../kernel/index.js';
import { fileAnswer } from './file-answer.js';
import { bareType, FILE_KINDS, mediaTypeOf } from './file-kind.js';
import { UploadQuery } from './files.requests.js';
import { FileResponse, fileResponse } from './files.responses.js';
import { Files } from './files.service.js';
import { Storage } from './storage.js';

/** As much of a file that is too large is read and dropped, so that its sender hears the answer. */
const PATIENCE = 2 * FILE_BYTES;
const WHERE = { name: '/name', bytes: '/file' };
const TYPES = FILE_KINDS.map((kind) => mediaTypeOf(kind).split(';')[0] ?? '');

/** Files: uploaded once, then named by what uses them. */
@Controller('files')
export class FilesController {
  readonly #dir: string;

  constructor(
    private readonly files: Files,
    private readonly storage: Storage,
    private readonly repetitions: Repetitions,
    env: Env,
  ) {
    this.#dir = incomingDir(env);
  }

  /**
   * Uploads a file: its bytes are the body, its type the content type, or `application/octet-stream` for none. It must be
   * what its name and its type say. Nobody else sees it; what nothing uses within a day is removed.
   */
  @Post()
  @May('file.upload')
  @RouteConfig({ upload: true })
  @ApiConsumes('application/octet-stream', ...TYPES)
  @ApiBody({ description: 'At most 25 MiB.', schema: { type: 'string', format: 'binary' } })
  @ApiHeader(KEY_HEADER)
  @ApiCreatedResponse({ type: FileResponse })
  async upload(
    @Query() { name }: UploadQuery,
    @By() by: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FileResponse> {
    const arrived = await this.#arrive(name, request);
    try {
      request.rawBody = Buffer.from(JSON.stringify([name, bareType(arrived.declaredType), arrived.hash]));
      const brought = await this.files.bring(arrived, by, WHERE);
      const make = async (): Promise<FileResponse> => fileResponse(await this.files.register(brought));
      const once = await this.repetitions.once(request, make, (id) => this.one(id, by));
      if (once.replayed) void reply.header('idempotency-replayed', 'true');
      return once.thing as FileResponse;
    } finally {
      await dropArrived([arrived]);
    }
  }

  /** What a file is. */
  @Get(':id')
  @Public()
  async one(@Id() id: string, @By() by: Actor): Promise<FileResponse> {
    return fileResponse((await this.files.seen(id, by)).file);
  }

  /** The bytes of a file, under its name. One part of them for `Range`. */
  @Get(':id/:name')
  @Public()
  @ApiOkResponse({
    description: 'With the name of the file in Content-Disposition, and its hash as ETag.',
    content: Object.fromEntries(TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
  })
  async download(
    @Id() id: string,
    @Param('name') name: string,
    @By() by: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const seen = await this.files.seen(id, by);
    if (seen.file.name !== name) throw notFound();
    return fileAnswer(seen, this.storage, reply);
  }

  async #arrive(name: string, request: FastifyRequest): Promise<ArrivedFile> {
    const { headers, body } = request;
    const declared = Number(headers['content-length'] ?? 0);
    if (declared > PATIENCE)
      throw new Problem('too-large', { code: 'file-too-large', params: { max: FILE_MEBIBYTES } });
    // Without any body there is no type either, and nothing was parsed.
    if (!isStream(body)) throw new Problem('unsupported', { code: 'file-expected' });
    try {
      const bytes = await receive(body, this.#dir, PATIENCE);
      return { ...bytes, field: 'file', name, declaredType: headers['content-type'] };
    } catch (error) {
      throw request.raw.destroyed ? new Problem('malformed', {}, { cause: error }) : error;
    }
  }
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'iterator' in body;
}
