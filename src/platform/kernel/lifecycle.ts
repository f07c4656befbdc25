import { notInThisState } from './problem.js';

/** One move: the states it may start from and the state it leads to. */
export interface Move<S extends string> {
  readonly from: readonly S[];
  readonly to: S;
}

/** States and moves of a record as data: guards the move, lists the possible ones, gives the CHECK constraint. */
export interface Lifecycle<S extends string, M extends string> {
  /** What has these states: their names are `state.<kind>.<state>` in the translations. */
  readonly kind: string;
  readonly states: readonly S[];
  readonly moves: Readonly<Record<M, Move<S>>>;
  /** Moves that the state alone allows, in the order of their declaration. */
  possible(state: S): M[];
  /** The state after the move; throws `not-possible-now` with state and possible moves otherwise. */
  next(state: S, move: M): S;
  /** The condition of the CHECK constraint on a column that stores the state. */
  check(column: string): string;
}

/** Declares a lifecycle; keys of `moves` are the nouns of the sub-resources (`publication`, `withdrawal`). */
export function lifecycle<const S extends string, const M extends string>(
  kind: string,
  moves: Readonly<Record<M, { readonly from: readonly S[]; readonly to: S }>>,
): Lifecycle<S, M> {
  const names = Object.keys(moves) as M[];
  const states = [...new Set(names.flatMap((name) => [...moves[name].from, moves[name].to]))];
  const possible = (state: S): M[] => names.filter((name) => moves[name].from.includes(state));
  return {
    kind,
    states,
    moves,
    possible,
    next(state, move) {
      if (!moves[move].from.includes(state)) {
        throw notInThisState(kind, state, possible(state));
      }
      return moves[move].to;
    },
    check: (column) => `${column} in (${states.map((state) => `'${state}'`).join(', ')})`,
  };
}
