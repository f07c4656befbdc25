import { Injectable } from '@nestjs/common';
import { OPEN_WORDS, placeSql } from '../../comments/index.js';
import { Statements } from '../../platform/database/index.js';
import type { ShownComment } from '../comments/comment-view.js';

/** A comment beside the provision it is about; long texts are cut. */
export interface BesideComment extends ShownComment {
  readonly provisionId: string | null;
  readonly isCut: boolean;
}

/** Comments shown beside one provision, and characters of each. */
const EACH = 2;
const CHARACTERS = 300;
/** First comments of the whole. */
const FIRST = 5;

const CURRENT = '(select current_version from consultations where id = c.consultation_id)';

const SHOWN = `c.id, c.consultation_id as "consultationId", c.version_number as "versionNumber",
  ${placeSql(CURRENT)} as place, c.number, c.state, c.language, c.provision_id as "provisionId",
  case when ${OPEN_WORDS} then c.quote end as quote,
  case when ${OPEN_WORDS} then c.quote_context->>'before' end as "quoteBefore",
  case when ${OPEN_WORDS} then c.quote_context->>'after' end as "quoteAfter",
  case when ${OPEN_WORDS} then left(c.text, ${CHARACTERS}) end as text,
  ${OPEN_WORDS} and length(c.text) > ${CHARACTERS} as "isCut",
  case when a.id is not null or (c.author_name is not null and ${OPEN_WORDS})
    then json_build_object('name', coalesce(a.display_name, c.author_name)) end as author,
  case when c.disowned_at is null and ${OPEN_WORDS} then c.on_behalf_of end as "onBehalfOf", c.channel, c.received_on as "receivedOn", c.disowned_at as "disownedAt",
  case when not c.show_name then c.participant end as participant, c.accepted_at as "acceptedAt",
  case when c.outcome is not null then json_build_object('outcome', c.outcome, 'reasons', c.reasons,
    'answeredAt', c.answered_at, 'revisedAt', c.revised_at, 'provisionId', c.answer_provision_id) end as answer, c.concealment`;

const WITH_AUTHOR = `left join accounts a on a.id = c.account_id and c.show_name and ${OPEN_WORDS}`;

type Row = BesideComment & Record<string, unknown>;

/** The comments that stand beside a text; what it costs does not depend on how many there are. */
@Injectable()
export class BesideQueries {
  constructor(private readonly statements: Statements) {}

  /** The first comments on each of these provisions, in the order of acceptance. */
  onProvisions(provisionIds: readonly string[]): Promise<BesideComment[]> {
    return this.statements.rows<Row>(
      'portal-comments-beside',
      `select ${SHOWN} from unnest($1::uuid[]) with ordinality as p (id, place)
         cross join lateral (select * from comments where provision_id = p.id order by number limit ${EACH}) c
         ${WITH_AUTHOR} order by p.place, c.number`,
      [provisionIds],
    );
  }

  /** The first comments of a consultation, whatever they are about. */
  first(consultationId: string): Promise<BesideComment[]> {
    return this.statements.rows<Row>(
      'portal-comments-first',
      `select ${SHOWN} from (select * from comments where consultation_id = $1 order by number limit ${FIRST}) c
         ${WITH_AUTHOR} order by c.number`,
      [consultationId],
    );
  }
}
