import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, permit, type Actor } from '../platform/kernel/index.js';
import { CONSULTATION } from './consultation.lifecycle.js';
import { mayAct } from './consultation.policy.js';
import { commentsByEmailTaken } from './consultations.events.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { refuseLate } from './window-extensions.service.js';

/** Opens a discussion to those who have no account. As with the window, what was announced is never taken back. */
@Injectable()
export class CommentsByEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: ConsultationsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Takes comments by e-mail while comments are taken at all; once more it changes nothing. Throws `not-possible-now`. */
  take(id: string, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(id, expected);
      permit(mayAct(by, 'consultation.extend', consultation));
      CONSULTATION.next(consultation.state, 'extension');
      refuseLate(consultation, this.clock.today());
      if (!consultation.takeCommentsByEmail()) return;
      await this.consultations.update(consultation);
      this.journal.append(commentsByEmailTaken(consultation, by));
    });
  }
}
