import type { JSX } from 'preact';
import type { Phase } from '../../consultations/index.js';
import { Tag, type TagColour } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

const COLOURS: Readonly<Record<Phase, TagColour>> = {
  commenting: 'green',
  answering: 'blue',
  overdue: 'red',
  reported: 'teal',
  concluded: 'grey',
  withdrawn: 'grey',
};

/** Where a discussion stands, in words; the colour repeats them. */
export function PhaseTag({ ctx, phase }: PhaseTagProps): JSX.Element | null {
  return phase && <Tag colour={COLOURS[phase]}>{ctx.t(`portal.phase.${phase}`)}</Tag>;
}

interface PhaseTagProps {
  readonly ctx: PageContext;
  readonly phase: Phase | null;
}
