import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { HtmlText } from '../../platform/http/index.js';
import { CONTENT_SECURITY_POLICY } from './assets.js';
import { Layout, type Head } from './layout.js';
import type { PageContext } from './page-context.js';

const SEE_OTHER = 303;

/** A whole page: the body in the frame. `status` is that of the answer, 200 if not said. */
export function page(ctx: PageContext, head: Head, body: ComponentChildren, status = 200): HtmlText {
  const html = renderToString(
    <Layout ctx={ctx} head={head}>
      {body}
    </Layout>,
  );
  const { cookies } = ctx.proof;
  return new HtmlText(`<!doctype html>${html}`, status, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': ctx.lang,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
  });
}

/** Sends a browser on by GET, as after every form that was accepted. */
export function seeOther(url: string): HtmlText {
  return new HtmlText('', SEE_OTHER, {
    location: url,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
}
