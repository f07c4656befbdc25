import { Injectable } from '@nestjs/common';
import { ConsultationsQueries, mayAct, type ConsultationRead } from '../../consultations/index.js';
import { permit, type Permission } from '../../platform/kernel/index.js';
import type { PageContext } from '../frame/index.js';

/** The discussions of a body on which its officers work. */
@Injectable()
export class OwnConsultations {
  constructor(private readonly consultations: ConsultationsQueries) {}

  /** One for which the reader may do this. Throws `not-found`, also for a draft of another body, or `not-allowed`. */
  async one({ by }: PageContext, id: string, permission: Permission): Promise<ConsultationRead> {
    const consultation = await this.consultations.one(id);
    permit(mayAct(by, permission, consultation));
    return consultation;
  }
}
