import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from './platform/kernel/index.js';
import { ConfigModule, type Env } from './platform/config/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { HttpModule } from './platform/http/index.js';
import { JobsModule } from './platform/jobs/index.js';
import { MailModule } from './platform/mail/index.js';
import { JournalModule } from './platform/journal/index.js';
import { IdentityModule } from './platform/identity/index.js';
import { FilesModule } from './platform/files/index.js';
import { CalendarModule } from './calendar/index.js';
import { RulebookModule } from './rulebook/index.js';
import { BodiesModule } from './bodies/index.js';
import { CouncilsModule } from './councils/index.js';
import { MembersModule } from './members/index.js';
import { MeetingsModule } from './meetings/index.js';
import { RecommendationsModule } from './recommendations/index.js';
import { MinutesModule } from './minutes/index.js';
import { ConsultationsModule } from './consultations/index.js';
import { ConversionsModule } from './conversions/index.js';
import { ComparisonsModule } from './comparisons/index.js';
import { CommentsModule } from './comments/index.js';
import { PaperCommentsModule } from './paper-comments/index.js';
import { CommentDraftsModule } from './comment-drafts/index.js';
import { UnconfirmedCommentsModule } from './unconfirmed-comments/index.js';
import { ModerationModule } from './moderation/index.js';
import { CommentGroupsModule } from './comment-groups/index.js';
import { AssignmentsModule } from './assignments/index.js';
import { AnswersModule } from './answers/index.js';
import { MadeUpCommentsModule } from './made-up-comments/index.js';
import { SubscriptionsModule } from './subscriptions/index.js';
import { PersonalDataModule } from './personal-data/index.js';
import { OpinionsModule } from './opinions/index.js';
import { ReportsModule } from './reports/index.js';
import { ImportsModule } from './imports/index.js';
import { MethodologiesModule } from './methodologies/index.js';
import { AssessmentsModule } from './assessments/index.js';
import { FollowUpsModule } from './follow-ups/index.js';
import { SearchModule } from './search/index.js';
import { OpenDataModule } from './open-data/index.js';

/** What an application is made for: its settings, its clock and its database login. */
export interface Surroundings {
  readonly env: Env;
  readonly clock: Clock;
  readonly databaseUrl: string;
}

/** What needs no settings to be made, in the one order of folders. */
const MODULES = [
  HttpModule,
  JobsModule,
  MailModule,
  JournalModule,
  IdentityModule,
  FilesModule,
  CalendarModule,
  RulebookModule,
  BodiesModule,
  CouncilsModule,
  MembersModule,
  MeetingsModule,
  RecommendationsModule,
  MinutesModule,
  ConsultationsModule,
  ConversionsModule,
  ComparisonsModule,
  CommentsModule,
  PaperCommentsModule,
  CommentDraftsModule,
  UnconfirmedCommentsModule,
  ModerationModule,
  CommentGroupsModule,
  AssignmentsModule,
  AnswersModule,
  MadeUpCommentsModule,
  SubscriptionsModule,
  PersonalDataModule,
  OpinionsModule,
  ReportsModule,
  ImportsModule,
  MethodologiesModule,
  AssessmentsModule,
  FollowUpsModule,
  SearchModule,
  OpenDataModule,
] as const;

/** All that decides, stores and answers programs, in the one order of folders (docs/architecture.md). */
@Module({})
export class ServicesModule {
  static for({ env, clock, databaseUrl }: Surroundings): DynamicModule {
    return {
      module: ServicesModule,
      imports: [ConfigModule.for(env, clock), DatabaseModule.for(databaseUrl), ...MODULES],
    };
  }
}
