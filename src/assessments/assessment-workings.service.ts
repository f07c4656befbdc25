import { Injectable } from '@nestjs/common';
import { indicatorsOf, MethodologiesQueries, type Indicator, type MethodologyRead } from '../methodologies/index.js';
import { Clock } from '../platform/kernel/index.js';
import { Rulebook } from '../rulebook/index.js';
import { AssessmentParts, type Carried, type StoredValue } from './assessment-parts.queries.js';
import type { Assessment } from './assessment.entity.js';
import { workingsOf, type Entry, type Workings } from './workings.policy.js';

/** How an assessment's score comes about: computed while it is under way, frozen from adoption on. */
@Injectable()
export class AssessmentWorkings {
  constructor(
    private readonly methodologies: MethodologiesQueries,
    private readonly parts: AssessmentParts,
    private readonly rulebook: Rulebook,
    private readonly clock: Clock,
  ) {}

  async of(assessment: Assessment): Promise<Workings> {
    return assessment.workings ?? this.#computed(assessment);
  }

  /** The methodology of an assessment, which exists by its foreign key. */
  async methodology({ methodologyId }: Pick<Assessment, 'methodologyId'>): Promise<MethodologyRead> {
    const found = await this.methodologies.find(methodologyId);
    if (!found) throw new Error(`There is no methodology ${methodologyId}.`);
    return found;
  }

  /** Its indicators in the order of the methodology. */
  async indicators(assessment: Pick<Assessment, 'methodologyId'>): Promise<Indicator[]> {
    return indicatorsOf(await this.methodology(assessment));
  }

  async #computed(assessment: Assessment): Promise<Workings> {
    const { id: ofMethodology, edition: version, formula, dimensions } = await this.methodology(assessment);
    const values = await this.parts.values(assessment.id);
    const carried = await this.parts.carried(assessment);
    const factor = (await this.rulebook.on(this.clock.today())).fraction('E1');
    const { id, bodyId, from, to, edition } = assessment;
    return workingsOf(
      { id, bodyId, from, to, version: edition },
      { id: ofMethodology, version, formula, dimensions },
      entriesOf(values, carried),
      factor,
    );
  }
}

function entriesOf(values: readonly StoredValue[], carried: readonly Carried[]): Entry[] {
  const last = new Map(carried.map((one) => [one.indicator, one]));
  return values.map(({ indicator, status, value, evidence }) => ({
    indicator,
    status,
    raw: value,
    carried: last.get(indicator),
    evidence,
  }));
}
