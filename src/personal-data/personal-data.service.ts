import { Injectable } from '@nestjs/common';
import { CommentDraftsQueries } from '../comment-drafts/index.js';
import { CommentsQueries } from '../comments/index.js';
import { ConcealmentsQueries } from '../moderation/index.js';
import { FilesQueries } from '../platform/files/index.js';
import { PersonalDataQueries } from '../platform/identity/index.js';
import { SubscriptionsQueries } from '../subscriptions/index.js';
import { UnconfirmedCommentsQueries } from '../unconfirmed-comments/index.js';
import { personalDataResponse, type PersonalDataResponse } from './personal-data.responses.js';

/** Gathers what every folder holds about a person; whoever shows it to him shows all of it. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly personal: PersonalDataQueries,
    private readonly comments: CommentsQueries,
    private readonly concealments: ConcealmentsQueries,
    private readonly files: FilesQueries,
    private readonly drafts: CommentDraftsQueries,
    private readonly unconfirmed: UnconfirmedCommentsQueries,
    private readonly subscriptions: SubscriptionsQueries,
  ) {}

  /** Throws `not-found` for an account that is not there. */
  async of(accountId: string): Promise<PersonalDataResponse> {
    const [data, comments, concealments, files, commentDrafts, unconfirmedComments, subscriptions] = await Promise.all([
      this.personal.of(accountId),
      this.comments.everythingOf(accountId),
      this.concealments.everythingOf(accountId),
      this.files.everythingOf(accountId),
      this.drafts.everythingOf(accountId),
      this.unconfirmed.everythingOf(accountId),
      this.subscriptions.everythingOf(accountId),
    ]);
    const said = { comments, concealments, files, commentDrafts, unconfirmedComments };
    return personalDataResponse(data, { ...said, subscriptions });
  }
}
