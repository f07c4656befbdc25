import type { JSX } from 'preact';
import { Button } from '../components/index.js';
import { Form, type PageContext } from '../frame/index.js';
import { Column } from './parts.js';

const PARTS = ['account', 'roles', 'sessions', 'comments', 'files', 'subscriptions', 'acts'] as const;

/** What is in the file of one's data, and the button that fetches it. */
export function DataBody({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.data.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.account.data.text')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {PARTS.map((part) => (
          <li>{ctx.t(`portal.account.data.${part}`)}</li>
        ))}
      </ul>
      <Form ctx={ctx} action="/account/data">
        <Button>{ctx.t('portal.account.data.button')}</Button>
      </Form>
    </Column>
  );
}
