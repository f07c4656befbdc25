import { Injectable } from '@nestjs/common';
import type { JSX } from 'preact';
import type { AssessmentScope } from '../../assessments/index.js';
import type { FormBody, HtmlText } from '../../platform/http/index.js';
import { permit, type Actor, type Verdict } from '../../platform/kernel/index.js';
import {
  emptyForm,
  type FilledForm,
  type FirstValues,
  formAnswer,
  type FormOf,
  page,
  type PageContext,
  seeOther,
} from '../frame/index.js';
import { AssessingScreens, type IndicatorScreen } from './assessing-screens.service.js';
import { crumbsOf } from './parts.js';
import { versionOfPart } from './seen.js';

/** One indicator of an assessment, and who looks at it. */
export interface IndicatorPlace {
  readonly ctx: PageContext;
  readonly id: string;
  readonly code: string;
}

/** What its page takes. */
interface EntryProps {
  readonly ctx: PageContext;
  readonly screen: IndicatorScreen;
  readonly filled: FilledForm;
}

/** What one kind of entry has of its own. */
export interface EntryKind<T extends object> {
  readonly form: FormOf<T>;
  readonly may: (by: Actor, scope: AssessmentScope) => Verdict;
  /** What an entry changes: a form that was shown before another such change is refused. */
  readonly storedIn: (screen: IndicatorScreen) => unknown;
  /** What stands in the form at first. */
  readonly first: (ctx: PageContext, screen: IndicatorScreen) => FirstValues | undefined;
  readonly body: (props: EntryProps) => JSX.Element;
}

/** What was entered, and over which version. */
export interface Entered<T> {
  readonly wanted: T;
  readonly version: number;
  readonly screen: IndicatorScreen;
}

/** The pages on which something is entered about one indicator: values, judgements, disputes. */
@Injectable()
export class IndicatorEntries {
  constructor(private readonly screens: AssessingScreens) {}

  /** The form as it is shown first. */
  async show<T extends object>(kind: EntryKind<T>, place: IndicatorPlace): Promise<HtmlText> {
    const { ctx } = place;
    const screen = await this.#screen(kind, place);
    return shown(kind, { ctx, screen, filled: emptyForm(ctx, kind.form, kind.first(ctx, screen)) });
  }

  /** Makes the entry by `act`, which says where to go on; shows the form again with what is wrong. */
  post<T extends object>(
    kind: EntryKind<T>,
    place: IndicatorPlace,
    body: FormBody,
    act: (entered: Entered<T>) => Promise<string>,
  ): Promise<HtmlText> {
    const { ctx } = place;
    return formAnswer(
      { ctx, form: kind.form, body },
      async () => {
        const screen = await this.#screen(kind, place);
        const version = versionOfPart(body, kind.storedIn(screen), screen.work.version);
        return seeOther(await act({ wanted: kind.form.read(body), version, screen }));
      },
      async (filled) => shown(kind, { ctx, screen: await this.#screen(kind, place), filled }),
    );
  }

  async #screen<T extends object>({ may }: EntryKind<T>, { ctx, id, code }: IndicatorPlace): Promise<IndicatorScreen> {
    const screen = await this.screens.indicator(id, code, ctx.by);
    permit(may(ctx.by, screen.work.scope));
    return screen;
  }
}

function shown<T extends object>(kind: EntryKind<T>, props: EntryProps): HtmlText {
  const { ctx, screen, filled } = props;
  const { work, names, indicator } = screen;
  const { record } = work;
  const title = ctx.text(indicator.name);
  const breadcrumbs = crumbsOf({ ctx, names, record, id: record.id }, title);
  return page(ctx, { title, unlisted: true, breadcrumbs }, kind.body(props), filled.status);
}
