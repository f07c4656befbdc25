import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { blockAdapters } from '../../../test/support/govuk/block-adapters.js';
import { choiceAdapters } from '../../../test/support/govuk/choice-adapters.js';
import type { Adapter, Fixture } from '../../../test/support/govuk/fixtures.js';
import { fixturesOf, shippedComponents } from '../../../test/support/govuk/fixtures.js';
import { formAdapters } from '../../../test/support/govuk/form-adapters.js';
import { navigationAdapters } from '../../../test/support/govuk/navigation-adapters.js';
import { textAdapters } from '../../../test/support/govuk/text-adapters.js';
import { type Tree, treeOf } from '../../../test/support/govuk/tree.js';
import {
  CharacterCount,
  ErrorSummary,
  Footer,
  Input,
  Pagination,
  PasswordInput,
  ServiceNavigation,
  Textarea,
  WarningText,
} from './index.js';

const ADAPTERS: Readonly<Record<string, Adapter>> = {
  ...textAdapters,
  ...blockAdapters,
  ...navigationAdapters,
  ...formAdapters,
  ...choiceAdapters,
};

/** Components of GOV.UK Frontend that the portal has not, and why. */
const COMPONENTS_LEFT_OUT: Readonly<Record<string, string>> = {
  'cookie-banner': 'only the cookies of the session and the language are set, which need no consent',
  'exit-this-page': 'nothing here endangers who reads it',
  feedback: 'a link in the footer does',
  'file-upload': 'no form takes files yet',
  header: 'bears the crown; ours is the generic header',
  tabs: 'hide what has to be found and printed; headings with a list of contents do',
};

/** Fixtures that our components do not pass, and why. */
const FIXTURES_LEFT_OUT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'character-count': {
    'with maxwords': 'deprecated by GOV.UK Frontend: words are counted by countType and maxlength',
    'to configure in JavaScript': 'the server decides on the limit, so it is always in the markup',
    'with neither maxlength nor maxwords set': 'the server decides on the limit, so it is always in the markup',
    'with neither maxlength, maxwords nor textarea description set': 'the limit is always in the markup',
  },
};

const render = (adapter: Adapter, { options }: Fixture): Tree[] =>
  treeOf(renderToString(<>{adapter.render(options as never)}</>));

const expected = (adapter: Adapter, { html, options }: Fixture): Tree[] =>
  treeOf(adapter.expected?.(html, options as never) ?? html);

describe('the components', () => {
  it('are those of GOV.UK Frontend, save the ones left out for a reason', () => {
    expect([...Object.keys(ADAPTERS), ...Object.keys(COMPONENTS_LEFT_OUT)].sort()).toEqual(shippedComponents().sort());
  });

  describe.each(Object.entries(ADAPTERS))('%s', (component, adapter) => {
    const leftOut = FIXTURES_LEFT_OUT[component] ?? {};
    const fixtures = fixturesOf(component);

    it.each(fixtures.filter(({ name }) => !(name in leftOut)).map((one) => [one.name, one] as const))(
      'is the same markup: %s',
      (_, fixture) => {
        expect(render(adapter, fixture)).toEqual(expected(adapter, fixture));
      },
    );

    it('leaves out only fixtures that exist and differ', () => {
      const differing = fixtures.filter(({ name }) => name in leftOut);
      expect(differing.map(({ name }) => name)).toEqual(Object.keys(leftOut));
      for (const fixture of differing) expect(render(adapter, fixture)).not.toEqual(expected(adapter, fixture));
    });
  });
});

describe('what the fixtures do not show', () => {
  it('tells markup apart by tag, attribute, class and text, not by order or layout', () => {
    const one = '<p class="a b" id="c">x <b>y</b></p>';
    expect(treeOf('<p id="c" class="b  a">\n  x <b>\n    y\n  </b>\n</p>')).toEqual(treeOf(one));
    for (const other of [
      '<div class="a b" id="c">x <b>y</b></div>',
      '<p class="a b">x <b>y</b></p>',
      '<p class="a b" id="c" hidden>x <b>y</b></p>',
      '<p class="a" id="c">x <b>y</b></p>',
      '<p class="a b" id="c">x<b>y</b></p>',
      '<p class="a b" id="c">x <b>z</b></p>',
    ]) {
      expect(treeOf(other)).not.toEqual(treeOf(one));
    }
  });

  it('keeps what was typed as it was, in a textarea and in an input', () => {
    const typed = '\n\n</textarea><script>alert("1")</script> & \'2\'\n';
    const area = treeOf(renderToString(<Textarea name="text" label="Text" value={typed} />));
    expect(elementIn(area, 'textarea').children).toEqual([typed]);
    const line = treeOf(renderToString(<Input name="line" label="Line" value={typed} />));
    expect(elementIn(line, 'input').attributes['value']).toBe(typed);
  });

  it('has no English of its own: every word on these comes from the caller', () => {
    const words = { hide: 'ж1', showLabel: 'ж2', hideLabel: 'ж3', shownAnnouncement: 'ж4', hiddenAnnouncement: 'ж5' };
    const pages = (
      <>
        <Pagination label="ж" previous={{ href: '#', text: 'ж' }} next={{ href: '#', text: 'ж', label: 'ж' }} />
        <PasswordInput name="p" label="ж" texts={{ show: 'ж0', ...words }} error={{ prefix: 'ж', message: 'ж' }} />
        <ErrorSummary title="ж" errors={[{ text: 'ж', href: '#p' }]} />
        <ServiceNavigation
          label="ж"
          menu="ж"
          items={[
            { text: 'ж', href: '#' },
            { text: 'ж', current: true },
          ]}
        />
        <WarningText prefix="ж">ж</WarningText>
        <Footer meta={{ title: 'ж' }} sections={[{ title: 'ж' }]} />
      </>
    );
    const seen = renderToString(pages).replace(/<[^>]*>/g, ' ');
    expect(seen).not.toMatch(/[A-Za-z]/);
    const heard = [...renderToString(pages).matchAll(/(?:aria-label|data-i18n[^=]*)="([^"]*)"/g)].map(
      ([, word]) => word,
    );
    expect(heard.length).toBeGreaterThan(8);
    for (const word of heard) expect(word).toMatch(/^ж\d?$/);
  });

  it('counts in the plural forms that a language has', () => {
    const texts = {
      description: 'Не более 16 000 знаков',
      underLimit: {
        one: 'остался %{count} знак',
        few: 'осталось %{count} знака',
        many: 'осталось %{count} знаков',
        other: '%{count}',
      },
      atLimit: 'знаков не осталось',
      overLimit: { other: 'на %{count} больше' },
    };
    const [group] = treeOf(
      renderToString(<CharacterCount name="text" label="Текст" maxlength={16_000} texts={texts} />),
    );
    expect(elementIn([group ?? ''], 'div').attributes).toMatchObject({
      'data-maxlength': '16000',
      'data-i18n.characters-under-limit.few': 'осталось %{count} знака',
      'data-i18n.characters-over-limit.other': 'на %{count} больше',
    });
  });
});

function elementIn(trees: readonly Tree[], tag: string): Exclude<Tree, string> {
  for (const tree of trees) {
    if (typeof tree === 'string') continue;
    if (tree.tag === tag) return tree;
    const [found] = tree.children.flatMap((child) => (hasElement(child, tag) ? [elementIn([child], tag)] : []));
    if (found) return found;
  }
  throw new Error(`No <${tag}> here.`);
}

function hasElement(tree: Tree, tag: string): boolean {
  return typeof tree !== 'string' && (tree.tag === tag || tree.children.some((child) => hasElement(child, tag)));
}
