import type { JSX } from 'preact';
import type { FilesOfComments } from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { Tag } from '../components/index.js';
import { shortened } from '../desk/index.js';
import { FileList } from '../files/file-list.js';
import { List, Localized, type PageContext, Paging } from '../frame/index.js';
import type { DeskComment } from './desk-comments.queries.js';

interface DeskCommentsProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly items: readonly DeskComment[];
  readonly files: FilesOfComments;
  readonly next: string | null;
  readonly after: string | undefined;
}

/** All comments of a discussion, each leading to where it is hidden or shown again. */
export function DeskCommentsBody({ ctx, consultation, items, files, next, after }: DeskCommentsProps): JSX.Element {
  return (
    <>
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={consultation.title} />
      </span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.moderation.desk.all')}</h1>
      <p class="govuk-body">{ctx.t('portal.moderation.desk.allText')}</p>
      <List
        level={2}
        empty={ctx.t('portal.comments.none')}
        items={items.map(({ id, number, state, language, text, isConcealed, acceptedAt }) => ({
          href: ctx.url(`/desk/comments/${id}/concealment`),
          title: ctx.t('portal.desk.answer.title', { number }),
          facts: [
            ctx.format.instant(acceptedAt),
            ctx.t(`portal.commentState.${state}`),
            isConcealed && <Tag colour="orange">{ctx.t('portal.commentState.concealed')}</Tag>,
          ],
          children:
            text === null ? undefined : (
              <>
                <p class="govuk-body" lang={language === ctx.lang ? undefined : language}>
                  {shortened(text, 180)}
                </p>
                <FileList ctx={ctx} files={files.get(id) ?? []} own />
              </>
            ),
        }))}
      />
      <Paging ctx={ctx} path={`/desk/consultations/${consultation.id}/comments`} query={{ after }} next={next} />
    </>
  );
}
