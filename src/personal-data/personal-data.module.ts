import { Module } from '@nestjs/common';
import { CommentDraftsModule } from '../comment-drafts/index.js';
import { CommentsModule } from '../comments/index.js';
import { ModerationModule } from '../moderation/index.js';
import { FilesModule } from '../platform/files/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { SubscriptionsModule } from '../subscriptions/index.js';
import { UnconfirmedCommentsModule } from '../unconfirmed-comments/index.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalDataService } from './personal-data.service.js';

/** What Kenes holds about a person, gathered for that person. */
@Module({
  imports: [
    IdentityModule,
    FilesModule,
    CommentsModule,
    CommentDraftsModule,
    UnconfirmedCommentsModule,
    ModerationModule,
    SubscriptionsModule,
  ],
  controllers: [PersonalDataController],
  providers: [PersonalDataService],
  exports: [PersonalDataService],
})
export class PersonalDataModule {}
