import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { encodingFor, Public } from '../../platform/http/index.js';
import { notFound } from '../../platform/kernel/index.js';
import { readAssets } from '../frame/index.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The style sheet, the script and the icon; their names change with their content. */
@ApiExcludeController()
@Controller('assets')
export class AssetsController {
  #assets: ReturnType<typeof readAssets> | undefined;

  /** One file, packed as the reader takes it. */
  @Get(':name')
  @Public()
  one(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.#assets ??= readAssets();
    const asset = this.#assets.get(name);
    if (!asset) throw notFound();
    const encoding = encodingFor(request.headers['accept-encoding']);
    void reply
      .headers({ 'content-type': asset.type, 'cache-control': FOR_EVER, vary: 'Accept-Encoding' })
      .headers(encoding === 'identity' ? {} : { 'content-encoding': encoding })
      .send(asset.packed[encoding]);
  }
}
