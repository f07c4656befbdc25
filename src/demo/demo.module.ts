import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/index.js';
import { BodiesModule } from '../bodies/index.js';
import { CommentsModule } from '../comments/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { CouncilsModule } from '../councils/index.js';
import { FollowUpsModule } from '../follow-ups/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { MembersModule } from '../members/index.js';
import { MethodologiesModule } from '../methodologies/index.js';
import { MinutesModule } from '../minutes/index.js';
import { OpinionsModule } from '../opinions/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { ModerationModule } from '../moderation/index.js';
import { RecommendationsModule } from '../recommendations/index.js';
import { ReportsModule } from '../reports/index.js';
import { SearchModule } from '../search/index.js';
import { DemoAssessments } from './demo-assessments.service.js';
import { DemoConcealments } from './demo-concealments.service.js';
import { DemoConsultations } from './demo-consultations.service.js';
import { DemoCouncils } from './demo-councils.service.js';
import { DemoFollowUps } from './demo-follow-ups.service.js';
import { DemoMeetings } from './demo-meetings.service.js';
import { DemoPeople } from './demo-people.service.js';
import { DemoRecommendations } from './demo-recommendations.service.js';
import { Demo } from './demo.service.js';

/** The demonstration data. */
@Module({
  imports: [
    IdentityModule,
    BodiesModule,
    CouncilsModule,
    MembersModule,
    MeetingsModule,
    RecommendationsModule,
    MinutesModule,
    ConsultationsModule,
    CommentsModule,
    OpinionsModule,
    ModerationModule,
    ReportsModule,
    SearchModule,
    MethodologiesModule,
    AssessmentsModule,
    FollowUpsModule,
  ],
  providers: [
    Demo,
    DemoPeople,
    DemoCouncils,
    DemoMeetings,
    DemoRecommendations,
    DemoConcealments,
    DemoConsultations,
    DemoAssessments,
    DemoFollowUps,
  ],
  exports: [Demo],
})
export class DemoModule {}
