import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, notPossibleNow, permit, type Actor, type AppliedRule } from '../platform/kernel/index.js';
import type { RuleSet } from '../rulebook/index.js';
import { BodyRules } from './body-rules.js';
import { opinionRule, refuseShortWindow, windowRules } from './consultation.deadlines.js';
import type { Consultation } from './consultation.entity.js';
import { CONSULTATION } from './consultation.lifecycle.js';
import { mayAct } from './consultation.policy.js';
import { consultationPublished } from './consultations.events.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { CouncilNotices } from './council-notices.service.js';
import { DraftsRepository } from './drafts.repository.js';
import { EARLY_ENGAGEMENT, needsEarlyEngagement, refuseLateEngagement, refuseWrongLink } from './early-engagement.js';

/** Opens the public discussion (K7–K9) and notifies the councils (K1). */
@Injectable()
export class Publication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: ConsultationsRepository,
    private readonly drafts: DraftsRepository,
    private readonly notices: CouncilNotices,
    private readonly rules: BodyRules,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Publishes from today to the closing day. Throws `not-possible-now` for a window that is too short or no text. */
  publish(id: string, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(id, expected);
      permit(mayAct(by, 'consultation.publish', consultation));
      CONSULTATION.next(consultation.state, 'publication');
      await this.#refuseEmpty(consultation);
      await this.#refuseStaleLink(consultation);
      const today = this.clock.today();
      const calendar = await this.calendar.current();
      const rules = await this.rules.on(consultation.bodyId, today);
      refuseLateEngagement(consultation, applied(rules, EARLY_ENGAGEMENT));
      const { closesOn, actType } = consultation;
      const windows = windowRules(consultation).map((one) => ({ rule: applied(rules, one), term: rules.term(one) }));
      refuseShortWindow(today, closesOn, windows, calendar);
      const [answers, opinion] = [rules.term('K8.answers'), rules.term(opinionRule(actType))];
      consultation.publish(today, answers, calendar.due(closesOn, answers));
      const notices = await this.notices.notify(consultation, today, opinion, calendar.due(today, opinion));
      await this.consultations.update(consultation);
      const early = needsEarlyEngagement(consultation) ? [EARLY_ENGAGEMENT] : [];
      const opinions = notices.length > 0 ? [opinionRule(actType)] : [];
      const ids = [...windowRules(consultation), 'K8.answers', ...opinions, ...early];
      this.journal.append(consultationPublished(consultation, notices, by, rules.applied(...ids)));
    });
  }

  /** The document may have been taken back since it was linked. */
  async #refuseStaleLink(consultation: Consultation): Promise<void> {
    refuseWrongLink(consultation, await this.consultations.linked(consultation.consultativeDocumentId));
  }

  async #refuseEmpty({ id, currentVersion, state }: Consultation): Promise<void> {
    if ((await this.drafts.size(id, currentVersion)) > 0) return;
    const possible = CONSULTATION.possible(state).filter((move) => move !== 'publication');
    throw notPossibleNow('no-provisions', { state, possible });
  }
}

function applied(rules: RuleSet, id: string): AppliedRule {
  const { value, basis } = rules.rule(id);
  return { id, value, basis };
}
