import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CouncilsModule } from '../councils/index.js';
import { MembersModule } from '../members/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendaItemsController } from './agenda-items.controller.js';
import { AgendaItemsQueries } from './agenda-items.queries.js';
import { AgendaService } from './agenda.service.js';
import { Attendance } from './attendance.entity.js';
import { AttendanceService } from './attendance.service.js';
import { Meeting } from './meeting.entity.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsQueries } from './meetings.queries.js';
import { MeetingsRepository } from './meetings.repository.js';
import { MeetingsService } from './meetings.service.js';
import { RecordsRepository } from './records.repository.js';
import { Rolls } from './roll.service.js';
import { Vote } from './vote.entity.js';
import { VotesService } from './votes.service.js';

/** Meetings of councils: agenda, attendance, quorum, open votes. */
@Module({
  imports: [TypeOrmModule.forFeature([Meeting, AgendaItem, Attendance, Vote]), CouncilsModule, MembersModule],
  controllers: [MeetingsController, AgendaItemsController],
  providers: [
    AgendaItemsQueries,
    AgendaService,
    AttendanceService,
    MeetingsQueries,
    MeetingsRepository,
    MeetingsService,
    RecordsRepository,
    Rolls,
    VotesService,
  ],
  exports: [AgendaItemsQueries, AgendaService, AttendanceService, MeetingsQueries, MeetingsService, VotesService],
})
export class MeetingsModule {}
