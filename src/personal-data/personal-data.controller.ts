import { Controller, Get } from '@nestjs/common';
import { CommentDraftsQueries } from '../comment-drafts/index.js';
import { CommentsQueries } from '../comments/index.js';
import { ConcealmentsQueries } from '../moderation/index.js';
import { FilesQueries } from '../platform/files/index.js';
import { By, May } from '../platform/http/index.js';
import { PersonalDataQueries } from '../platform/identity/index.js';
import { notFound, type Actor } from '../platform/kernel/index.js';
import { UnconfirmedCommentsQueries } from '../unconfirmed-comments/index.js';
import { personalDataResponse, type PersonalDataResponse } from './personal-data.responses.js';

/** A person's own data. */
@Controller('me/data')
export class PersonalDataController {
  constructor(
    private readonly personal: PersonalDataQueries,
    private readonly comments: CommentsQueries,
    private readonly concealments: ConcealmentsQueries,
    private readonly files: FilesQueries,
    private readonly drafts: CommentDraftsQueries,
    private readonly unconfirmed: UnconfirmedCommentsQueries,
  ) {}

  /**
   * All that is held about me: account, roles, sessions, links in letters, keys of requests, acts, comments,
   * what was concealed of them, my appeals, the files I uploaded, comments that I am writing and those that wait for my confirmation. No secrets.
   */
  @Get()
  @May('account.self')
  async mine(@By() { accountId }: Actor): Promise<PersonalDataResponse> {
    if (accountId === null) throw notFound();
    const [data, comments, concealments, files, commentDrafts, unconfirmedComments] = await Promise.all([
      this.personal.of(accountId),
      this.comments.everythingOf(accountId),
      this.concealments.everythingOf(accountId),
      this.files.everythingOf(accountId),
      this.drafts.everythingOf(accountId),
      this.unconfirmed.everythingOf(accountId),
    ]);
    return personalDataResponse(data, { comments, concealments, files, commentDrafts, unconfirmedComments });
  }
}
