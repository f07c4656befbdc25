import type { JSX } from 'preact';
import { Tag, type TagColour } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

/** Things with a state of their own: the folder of their pages, in which the words for the states are. */
export type Stateful = 'councils' | 'meetings' | 'recommendations' | 'follow-ups';

const COLOURS: Readonly<Record<Stateful, Readonly<Record<string, TagColour>>>> = {
  councils: { forming: 'yellow', active: 'green', dissolved: 'grey' },
  meetings: {
    planned: 'grey',
    announced: 'blue',
    open: 'green',
    closed: 'grey',
    cancelled: 'orange',
    inquorate: 'red',
  },
  recommendations: { adopted: 'yellow', sent: 'blue', answered: 'green' },
  'follow-ups': {
    promised: 'blue',
    in_progress: 'turquoise',
    reported: 'purple',
    verified: 'green',
    refused: 'orange',
  },
};

/** Where a thing stands, in words; the colour repeats them. What is overdue says that as well. */
export function StateTag({ ctx, of, state, overdue = false }: StateTagProps): JSX.Element {
  return (
    <>
      <Tag colour={COLOURS[of][state]}>{ctx.t(`portal.${of}.state.${state}`)}</Tag>
      {overdue && <> </>}
      {overdue && <Tag colour="red">{ctx.t('portal.councils.overdue')}</Tag>}
    </>
  );
}

interface StateTagProps {
  readonly ctx: PageContext;
  readonly of: Stateful;
  readonly state: string;
  readonly overdue?: boolean | undefined;
}
