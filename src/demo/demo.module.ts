import { Module } from '@nestjs/common';
import { BodiesModule } from '../bodies/index.js';
import { CommentsModule } from '../comments/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { CouncilsModule } from '../councils/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { MembersModule } from '../members/index.js';
import { MinutesModule } from '../minutes/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { RecommendationsModule } from '../recommendations/index.js';
import { DemoConsultation } from './demo-consultation.service.js';
import { DemoCouncil } from './demo-council.service.js';
import { DemoPeople } from './demo-people.service.js';
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
  ],
  providers: [Demo, DemoPeople, DemoCouncil, DemoConsultation],
  exports: [Demo],
})
export class DemoModule {}
