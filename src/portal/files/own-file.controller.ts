import { Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fileAnswer, Files, Storage } from '../../platform/files/index.js';
import { Id } from '../../platform/http/index.js';
import { notFound } from '../../platform/kernel/index.js';
import { Ctx, OwnPage, type PageContext, Pages } from '../frame/index.js';

/** Files that not everybody may have, by the cookie of the session; kept nowhere. */
@Pages()
export class OwnFileController {
  constructor(
    private readonly files: Files,
    private readonly storage: Storage,
  ) {}

  /** The bytes of a file, under its name. */
  @OwnPage('files/:id/:name', 'anyone')
  async show(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Param('name') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { file } = await this.files.seen(id, ctx.by);
    if (file.name !== name) throw notFound();
    return fileAnswer({ file, sight: 'private' }, this.storage, reply);
  }
}
