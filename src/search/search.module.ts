import { Module } from '@nestjs/common';
import { ConsultationsModule } from '../consultations/index.js';
import { CommentsSearchQueries } from './comments-search.queries.js';
import { DraftsSearchQueries } from './drafts-search.queries.js';
import { IndexingRepository } from './indexing.repository.js';
import { IndexingService } from './indexing.service.js';
import { IndexingTasks } from './indexing.tasks.js';
import { QuestionsService } from './questions.service.js';
import { SearchController } from './search.controller.js';
import { StemsQueries } from './stems.queries.js';

/** Search over published drafts and comments. */
@Module({
  imports: [ConsultationsModule],
  controllers: [SearchController],
  providers: [
    CommentsSearchQueries,
    DraftsSearchQueries,
    IndexingRepository,
    IndexingService,
    IndexingTasks,
    QuestionsService,
    StemsQueries,
  ],
  exports: [CommentsSearchQueries, DraftsSearchQueries, IndexingService],
})
export class SearchModule {}
