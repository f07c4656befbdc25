import { Module } from '@nestjs/common';
import { BodiesModule } from '../bodies/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { AnswersController } from './answers.controller.js';
import { AnswersQueries } from './answers.queries.js';
import { WordingsRepository } from './wordings.repository.js';
import { WordingsService } from './wordings.service.js';
import { WordingsTasks } from './wordings.tasks.js';

/** Answers that are nearly the same under different comments. */
@Module({
  imports: [BodiesModule, ConsultationsModule],
  controllers: [AnswersController],
  providers: [AnswersQueries, WordingsRepository, WordingsService, WordingsTasks],
  exports: [AnswersQueries, WordingsService],
})
export class AnswersModule {}
