import type { JSX } from 'preact';
import type { ConsultationHead } from '../../consultations/index.js';
import type { OpinionResponse } from '../../opinions/index.js';
import { List, Localized, type Names, type PageContext } from '../frame/index.js';
import { OpinionSource, OpinionTags } from './opinion-view.js';

interface OpinionListProps {
  readonly ctx: PageContext;
  readonly items: readonly OpinionResponse[];
  /** Titles of the drafts, by id. */
  readonly drafts: ReadonlyMap<string, ConsultationHead>;
  readonly names: Names;
  readonly level: 2 | 3;
  readonly empty: string;
  /** The page around says whose they are. */
  readonly ofCouncil?: boolean;
}

/** Opinions one below the other, each under the title of its draft. */
export function OpinionList({ ctx, items, drafts, names, level, empty, ofCouncil }: OpinionListProps): JSX.Element {
  return (
    <List
      level={level}
      empty={empty}
      items={items.map((one) => {
        const draft = drafts.get(one.consultationId);
        return {
          href: ctx.url(`/opinions/${one.id}`),
          title: draft ? <Localized ctx={ctx} text={draft.title} /> : ctx.t('portal.opinions.draft'),
          facts: [
            <OpinionTags ctx={ctx} opinion={one} />,
            !ofCouncil && <OpinionSource ctx={ctx} opinion={one} names={names} />,
            standing(ctx, one),
          ],
        };
      })}
    />
  );
}

/** The day that matters now: of the answer, until which it is due, or of the opinion. */
function standing(ctx: PageContext, { receivedOn, dueOn, response }: OpinionResponse): string {
  const say = (key: string, date: string): string => ctx.t(`portal.opinions.${key}`, { date: ctx.format.date(date) });
  if (response) return say('answered', response.answeredOn);
  return dueOn === null ? say('given', receivedOn) : say('owed', dueOn);
}
