import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, conflict, invalid, invalidAt, permit, type Actor } from '../platform/kernel/index.js';
import { Rulebook } from '../rulebook/index.js';
import { faultsIn } from './definition.policy.js';
import { MethodologiesQueries } from './methodologies.queries.js';
import { MethodologiesRepository } from './methodologies.repository.js';
import { definitionOf, type MethodologyRequest } from './methodologies.requests.js';
import { Methodology } from './methodology.entity.js';
import { methodologyEvent } from './methodology.events.js';
import { mayMove } from './methodology.policy.js';

/** Ways of scoring: prepared, published for good, retired. */
@Injectable()
export class MethodologiesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly methodologies: MethodologiesRepository,
    private readonly queries: MethodologiesQueries,
    private readonly rulebook: Rulebook,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws `invalid` naming every weight, scale and code that is not right. */
  async prepare(wanted: MethodologyRequest, by: Actor): Promise<string> {
    const definition = definitionOf(wanted);
    const faults = faultsIn(definition);
    if (faults.length > 0) throw invalid(...faults);
    return this.unitOfWork.run(async () => {
      const edition = await this.#editionAfter(wanted.previousId);
      const methodology = Object.assign(new Methodology(), {
        id: newId(),
        version: 1,
        state: 'draft' as const,
        edition,
        previousId: wanted.previousId ?? null,
        name: wanted.name,
        ...definition,
        publishedAt: null,
        retiredAt: null,
      });
      await this.methodologies.insert(methodology);
      this.journal.append(methodologyEvent('methodology.prepared', methodology, by));
      return methodology.id;
    });
  }

  /** Freezes it; assessments may use it from now on. Its texts are in kk and ru (I1.languages). */
  async publish(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const methodology = await this.methodologies.lock(id, expected);
      permit(mayMove(by));
      methodology.publish(this.clock.now());
      await this.methodologies.update(methodology);
      const rules = (await this.rulebook.on(this.clock.today())).applied('I1.languages');
      this.journal.append(methodologyEvent('methodology.published', methodology, by, rules));
    });
  }

  /** Keeps new assessments from using it. */
  async retire(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const methodology = await this.methodologies.lock(id, expected);
      permit(mayMove(by));
      methodology.retire(this.clock.now());
      await this.methodologies.update(methodology);
      this.journal.append(methodologyEvent('methodology.retired', methodology, by));
    });
  }

  async #editionAfter(previousId: string | undefined): Promise<number> {
    if (previousId === undefined) return 1;
    const previous = await this.queries.find(previousId);
    if (!previous) throw invalidAt('/previousId', 'not-found');
    if (previous.state === 'draft') throw conflict('methodology-not-published');
    return previous.edition + 1;
  }
}
