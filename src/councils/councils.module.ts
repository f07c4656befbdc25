import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Compositions } from './compositions.js';
import { Convocation } from './convocation.entity.js';
import { ConvocationsController } from './convocations.controller.js';
import { Council } from './council.entity.js';
import { CouncilRule } from './council-rule.entity.js';
import { CouncilRules } from './council-rules.js';
import { CouncilsController } from './councils.controller.js';
import { CouncilsQueries } from './councils.queries.js';
import { CouncilsRepository } from './councils.repository.js';
import { CouncilsService } from './councils.service.js';

/** Councils, their convocations and the stricter rules they gave themselves. */
@Module({
  imports: [TypeOrmModule.forFeature([Council, Convocation, CouncilRule])],
  controllers: [CouncilsController, ConvocationsController],
  providers: [Compositions, CouncilRules, CouncilsQueries, CouncilsRepository, CouncilsService],
  exports: [Compositions, CouncilRules, CouncilsQueries, CouncilsRepository, CouncilsService],
})
export class CouncilsModule {}
