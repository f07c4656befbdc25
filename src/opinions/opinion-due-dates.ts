import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueDates } from '../calendar/index.js';
import { OPINION } from './opinion.events.js';
import { OpinionsRepository } from './opinions.repository.js';

/** Tells the calendar of the open due dates of councils' opinions (K1) and of the answers to them (K3). */
@Injectable()
export class OpinionDueDates implements OnModuleInit {
  constructor(
    private readonly opinions: OpinionsRepository,
    private readonly dueDates: DueDates,
  ) {}

  onModuleInit(): void {
    this.dueDates.register({
      kind: 'council-notice',
      open: (lock) => this.opinions.openNotices(lock),
      move: (dates) => this.opinions.moveNotices(dates),
    });
    this.dueDates.register({
      kind: OPINION,
      open: (lock) => this.opinions.openAnswers(lock),
      move: (dates) => this.opinions.moveAnswers(dates),
    });
  }
}
