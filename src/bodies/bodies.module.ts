import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodiesController } from './bodies.controller.js';
import { BodiesQueries } from './bodies.queries.js';
import { BodiesRepository } from './bodies.repository.js';
import { BodiesService } from './bodies.service.js';
import { Body } from './body.entity.js';
import { Territory } from './territory.entity.js';

/** Territories and government bodies. */
@Module({
  imports: [TypeOrmModule.forFeature([Territory, Body])],
  controllers: [BodiesController],
  providers: [BodiesService, BodiesQueries, BodiesRepository],
  exports: [BodiesService, BodiesQueries],
})
export class BodiesModule {}
