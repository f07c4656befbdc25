import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { addAnswerHeaders, shapeAnswers } from './answers.js';
import { etagOf } from './etag.js';
import { JsonText } from './json-text.js';
import { versioned } from './versioned.js';

const TEXT = '{"items" : [{"title": {"kk": "Шу", "ru": "Шум"}}],\n"next":null}';

@Controller('api/things')
class ThingsController {
  @Get()
  list(): JsonText {
    return versioned(new JsonText(TEXT), 7);
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

describe('an answer that is JSON already', () => {
  let app: NestFastifyApplication;
  const get = (url: string) => request(app.getHttpServer()).get(url);
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(ThingsModule, new FastifyAdapter(), { logger: false });
    shapeAnswers(app.getHttpAdapter().getInstance());
    addAnswerHeaders(app.getHttpAdapter().getInstance(), undefined);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it('is sent byte for byte as JSON', async () => {
    const answer = await get('/api/things').expect(200);
    expect(answer.text).toBe(TEXT);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('carries the tag of its bytes and version, and is not sent again to who has it', async () => {
    const { headers } = await get('/api/things');
    expect(headers['etag']).toBe(etagOf(TEXT, 7));
    const again = await get('/api/things')
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(304);
    expect(again.text).toBe('');
  });

  it('is put into one language like any other answer', async () => {
    const answer = await get('/api/things?lang=ru');
    expect(answer.body).toEqual({ items: [{ title: 'Шум', lang: 'ru' }], next: null });
    expect(answer.headers['etag']).toMatch(/^"v7-/);
  });
});
