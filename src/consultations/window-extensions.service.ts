import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, invalidAt, notPossibleNow, permit, type Actor, type LocalDate } from '../platform/kernel/index.js';
import { BodyRules } from './body-rules.js';
import type { Consultation } from './consultation.entity.js';
import { CONSULTATION } from './consultation.lifecycle.js';
import { mayAct, timelyMoves } from './consultation.policy.js';
import { consultationExtended } from './consultations.events.js';
import { ConsultationsRepository } from './consultations.repository.js';
import type { ExtensionRequest } from './consultations.requests.js';
import { refuseFarClosing } from './consultations.service.js';

/** Gives more time for comments (K8); what was announced is never shortened. */
@Injectable()
export class WindowExtensions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: ConsultationsRepository,
    private readonly rules: BodyRules,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets a later closing day, with reasons, until the end of the one announced. The term for answers (K8.answers) stays as
   * long as it was and is counted from the new day. Throws `not-possible-now` once comments are closed.
   */
  extend(id: string, { closesOn, reasons }: ExtensionRequest, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(id, expected);
      permit(mayAct(by, 'consultation.extend', consultation));
      const today = this.clock.today();
      CONSULTATION.next(consultation.state, 'extension');
      refuseLate(consultation, today);
      if (closesOn <= consultation.closesOn) {
        throw invalidAt('/closesOn', 'closing-not-later', { announced: consultation.closesOn });
      }
      refuseFarClosing(closesOn, today);
      const rules = await this.rules.on(consultation.bodyId, today);
      const term = consultation.answersTerm ?? rules.term('K8.answers');
      const due = (await this.calendar.current()).due(closesOn, term);
      consultation.extend({ on: today, to: closesOn, reasons }, due);
      await this.consultations.update(consultation);
      this.journal.append(consultationExtended(consultation, by, rules.applied('K8.answers')));
    });
  }
}

/** A discussion that is over is not opened again: those who kept to the day would be treated worse. */
export function refuseLate(consultation: Consultation, today: LocalDate): void {
  const { state, closesOn } = consultation;
  if (today <= closesOn) return;
  throw notPossibleNow('window-is-over', { state, possible: timelyMoves(consultation, today), params: { closesOn } });
}
