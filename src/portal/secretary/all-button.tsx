import type { JSX } from 'preact';
import { Button, InsetText } from '../components/index.js';
import type { FilledForm } from '../frame/index.js';
import { ALL_FIELD } from './meeting-forms.js';

interface AllButtonProps {
  readonly filled: FilledForm;
  /** Where the form goes, with its language. */
  readonly action: string;
  /** Where the page stands afterwards. */
  readonly place: string;
  readonly mark: 'present' | 'for';
}

/** Writes one mark in for all who have none. Nothing is stored by it: each can be changed before the form is saved. */
export function AllButton({ filled, action, place, mark }: AllButtonProps): JSX.Element {
  const { ctx } = filled;
  return (
    <>
      {filled.value(ALL_FIELD) === mark && <InsetText>{ctx.t(`portal.desk.meeting.allDone.${mark}`)}</InsetText>}
      <Button variant="secondary" name={ALL_FIELD} value={mark} attributes={{ formaction: `${action}#${place}` }}>
        {ctx.t(`portal.desk.meeting.all.${mark}`)}
      </Button>
    </>
  );
}
