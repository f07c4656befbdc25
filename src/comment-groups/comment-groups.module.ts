import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommentsModule } from '../comments/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { CommentGroup } from './comment-group.entity.js';
import { CommentGroupsController } from './comment-groups.controller.js';
import { CommentGroupsQueries } from './comment-groups.queries.js';
import { CommentGroupsRepository } from './comment-groups.repository.js';
import { CommentGroupsService } from './comment-groups.service.js';
import { GroupDecision } from './group-decision.entity.js';
import { GroupingRepository } from './grouping.repository.js';
import { GroupRevisionsRepository } from './group-revisions.repository.js';
import { GroupingService } from './grouping.service.js';
import { GroupingTasks } from './grouping.tasks.js';

/** Comments of the same text. */
@Module({
  imports: [CommentsModule, ConsultationsModule, TypeOrmModule.forFeature([CommentGroup, GroupDecision])],
  controllers: [CommentGroupsController],
  providers: [
    CommentGroupsQueries,
    CommentGroupsRepository,
    CommentGroupsService,
    GroupRevisionsRepository,
    GroupingRepository,
    GroupingService,
    GroupingTasks,
  ],
  exports: [CommentGroupsQueries, CommentGroupsService, GroupingService],
})
export class CommentGroupsModule {}
