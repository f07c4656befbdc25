import type { JSX } from 'preact';
import {
  BackLink,
  Details,
  ErrorMessage,
  ErrorSummary,
  Hint,
  InsetText,
  Label,
  Table,
  Tag,
  type TagColour,
  TaskList,
  WarningText,
} from '../../../src/portal/components/index.js';
import { type Adapter, type Content, content, raw, type Shared, styled } from './fixtures.js';

const backLink: Adapter = {
  render: (options: Shared) => (
    <BackLink href={options.href || '#'} {...styled(options)}>
      {content(options) || 'Back'}
    </BackLink>
  ),
};

const details: Adapter = {
  render: (options: Shared & { summaryText?: string; summaryHtml?: string; open?: boolean }) => (
    <Details
      id={options.id}
      {...styled(options)}
      open={options.open}
      summary={options.summaryHtml ? raw(options.summaryHtml) : options.summaryText}
    >
      {content(options)}
    </Details>
  ),
};

const errorMessage: Adapter = {
  render: (options: Shared & { visuallyHiddenText?: string }) => (
    <ErrorMessage id={options.id} {...styled(options)} prefix={options.visuallyHiddenText ?? 'Error'}>
      {content(options)}
    </ErrorMessage>
  ),
};

interface ErrorSummaryOptions extends Content {
  readonly titleText?: string;
  readonly titleHtml?: string;
  readonly descriptionText?: string;
  readonly descriptionHtml?: string;
  readonly disableAutoFocus?: boolean;
  readonly errorList?: readonly Shared[];
}

const errorSummary: Adapter = {
  render: (options: ErrorSummaryOptions) => (
    <ErrorSummary
      {...styled(options)}
      title={options.titleHtml ? raw(options.titleHtml) : options.titleText}
      description={options.descriptionHtml ? raw(options.descriptionHtml) : options.descriptionText}
      disableAutoFocus={options.disableAutoFocus}
      errors={(options.errorList ?? []).map((error) => ({
        text: content(error),
        href: error.href,
        attributes: error.attributes,
      }))}
    />
  ),
};

const hint: Adapter = {
  render: (options: Shared) => (
    <Hint id={options.id} {...styled(options)}>
      {content(options)}
    </Hint>
  ),
};

const insetText: Adapter = {
  render: (options: Shared) => (
    <InsetText id={options.id} {...styled(options)}>
      {content(options)}
    </InsetText>
  ),
};

const label: Adapter = {
  render: (options: Content & { for?: string; isPageHeading?: boolean }) => (
    <Label for={options.for} {...styled(options)} isHeading={options.isPageHeading}>
      {content(options)}
    </Label>
  ),
};

type Cell = Omit<Content, 'text'> & { text?: string | number; format?: 'numeric'; colspan?: number; rowspan?: number };

interface TableOptions extends Content {
  readonly caption?: string;
  readonly captionClasses?: string;
  readonly firstCellIsHeader?: boolean;
  readonly head?: readonly Cell[];
  readonly rows: readonly (readonly Cell[] | false | null)[];
}

const table: Adapter = {
  render: (options: TableOptions) => {
    const cell = ({ text, html, format, colspan, rowspan, ...style }: Cell) => ({
      ...styled(style),
      content: html ? raw(html) : text,
      format,
      colspan,
      rowspan,
    });
    return (
      <Table
        {...styled(options)}
        caption={options.caption}
        captionClass={options.captionClasses}
        firstCellIsHeader={options.firstCellIsHeader}
        head={options.head?.map(cell)}
        rows={options.rows.map((row) => row && row.map(cell))}
      />
    );
  },
};

/** A tag; its colour is read from the class that the macro takes. */
function tagOf(options: Content): JSX.Element {
  const [, colour] = /^govuk-tag--(\w+)$/.exec(options.classes ?? '') ?? [];
  return (
    <Tag {...styled({ ...options, ...(colour && { classes: '' }) })} colour={colour as TagColour | undefined}>
      {content(options)}
    </Tag>
  );
}

interface TaskOptions extends Shared {
  readonly title: Content;
  readonly status: Content & { tag?: Content };
}

const taskList: Adapter = {
  render: (options: Content & { idPrefix?: string; items: readonly (TaskOptions | false | null | '')[] }) => (
    <TaskList
      {...styled(options)}
      idPrefix={options.idPrefix}
      items={options.items.map(
        (item) =>
          item && {
            title: content(item.title),
            titleClass: item.title.classes,
            href: item.href,
            hint: content(item.hint),
            class: item.classes,
            status: item.status.tag ? tagOf(item.status.tag) : content(item.status),
            statusClass: item.status.classes,
          },
      )}
    />
  ),
};

const warningText: Adapter = {
  render: (options: Content & { iconFallbackText?: string }) => (
    <WarningText {...styled(options)} prefix={options.iconFallbackText || 'Warning'}>
      {content(options)}
    </WarningText>
  ),
};

/** Components that say something. */
export const textAdapters: Readonly<Record<string, Adapter>> = {
  'back-link': backLink,
  details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  hint,
  'inset-text': insetText,
  label,
  table,
  tag: { render: tagOf },
  'task-list': taskList,
  'warning-text': warningText,
};
