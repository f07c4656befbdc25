import { Injectable } from '@nestjs/common';
import { newId } from '../platform/database/index.js';
import { invalidAt, type DueDate, type LocalDate, type Term } from '../platform/kernel/index.js';
import { CouncilsQueries } from '../councils/index.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { CouncilNotice } from './council-notice.entity.js';

/** Which councils are asked for an opinion, and by when (K1). */
@Injectable()
export class CouncilNotices {
  constructor(
    private readonly consultations: ConsultationsRepository,
    private readonly councils: CouncilsQueries,
  ) {}

  /** Chooses the councils of a locked draft. Throws `invalid` for one that is unknown, not active or named twice. */
  async choose(consultationId: string, councilIds: readonly string[]): Promise<void> {
    const ids = councilIds.map((id) => id.toLowerCase());
    const active = await this.councils.activeAmong(ids);
    ids.forEach((id, at) => {
      if (!active.includes(id)) throw invalidAt(`/councilIds/${at}`, 'council-not-active');
      if (ids.indexOf(id) !== at) throw invalidAt(`/councilIds/${at}`, 'duplicate');
    });
    await this.consultations.putNotices(
      consultationId,
      ids.map((id) => noticeOf(consultationId, id)),
    );
  }

  /** Notifies the chosen councils that are still active; without any, the active council of the body. */
  async notify(
    { id, bodyId }: { id: string; bodyId: string },
    today: LocalDate,
    term: Term,
    due: DueDate,
  ): Promise<CouncilNotice[]> {
    const chosen = await this.councils.activeAmong(await this.consultations.councilIds(id));
    const own = chosen.length > 0 ? undefined : await this.councils.activeOf(bodyId);
    const notices = (own === undefined ? chosen : [own]).map((councilId) =>
      Object.assign(noticeOf(id, councilId), {
        notifiedOn: today,
        opinionTerm: term,
        opinionDueOn: due.on,
        opinionDueProvisional: due.provisional,
      }),
    );
    await this.consultations.putNotices(id, notices);
    return notices;
  }
}

function noticeOf(consultationId: string, councilId: string): CouncilNotice {
  return Object.assign(new CouncilNotice(), {
    id: newId(),
    consultationId,
    councilId,
    notifiedOn: null,
    opinionTerm: null,
    opinionDueOn: null,
    opinionDueProvisional: null,
  });
}
