import type { JSX } from 'preact';
import { SESSION_HOURS, type OpenSessionResponse } from '../../platform/identity/index.js';
import { Button, Table } from '../components/index.js';
import { Form, type PageContext } from '../frame/index.js';
import { Column, LinkLine } from './parts.js';

/** The sessions that last, and the way out of all of them. */
export function SessionsBody({ ctx, sessions }: SessionsProps): JSX.Element {
  const text = (name: string): string => ctx.t(`portal.account.sessions.${name}`);
  return (
    <Column>
      <h1 class="govuk-heading-xl">{text('title')}</h1>
      <p class="govuk-body">{ctx.t('portal.account.sessions.text', { hours: SESSION_HOURS })}</p>
      <Table
        caption={text('caption')}
        captionClass="govuk-table__caption--m"
        head={[text('started'), text('which')]}
        firstCellIsHeader
        rows={sessions.map(({ startedAt, current }) => [
          ctx.format.instant(startedAt),
          text(current ? 'this' : 'other'),
        ])}
      />
      <Form ctx={ctx} action="/account/sessions">
        <Button variant="warning">{text('button')}</Button>
      </Form>
      <LinkLine href={ctx.url('/reset')}>{ctx.t('portal.account.links.password')}</LinkLine>
    </Column>
  );
}

interface SessionsProps {
  readonly ctx: PageContext;
  readonly sessions: readonly OpenSessionResponse[];
}
