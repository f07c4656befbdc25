import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../platform/kernel/index.js';

/** How many hold a seat, by kind of seat. */
export interface Headcount {
  readonly members: number;
  readonly civilSociety: number;
  readonly stateBody: number;
}

/** What the folder of members tells of compositions. */
export interface CompositionSource {
  /** Members on a day. */
  headcount(councilId: string, day: LocalDate): Promise<Headcount>;
  /** Ids of the active councils below C1 or below their seats on a day; a constant number of statements. */
  incomplete(day: LocalDate): Promise<string[]>;
}

/** Compositions are kept to the right of this folder, which therefore registers itself here. */
@Injectable()
export class Compositions {
  #source: CompositionSource | undefined;

  register(source: CompositionSource): void {
    this.#source = source;
  }

  headcount(councilId: string, day: LocalDate): Promise<Headcount> {
    return this.#registered().headcount(councilId, day);
  }

  incomplete(day: LocalDate): Promise<string[]> {
    return this.#registered().incomplete(day);
  }

  #registered(): CompositionSource {
    if (!this.#source) throw new Error('Nobody told how councils are composed.');
    return this.#source;
  }
}
