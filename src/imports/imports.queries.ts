import { Injectable } from '@nestjs/common';
import { versioned } from '../platform/http/index.js';
import { Statements } from '../platform/database/index.js';
import { notFound } from '../platform/kernel/index.js';
import type { Import } from './import.entity.js';
import type { CommentSourceResponse, SourceResponse } from './imports.responses.js';

const PORTAL = 'https://legalacts.egov.kz';

type Row = Omit<Import, 'id'> & { entries: number } & Record<string, unknown>;

/** Reads of where records come from. */
@Injectable()
export class ImportsQueries {
  constructor(private readonly statements: Statements) {}

  /** Throws `not-found`, also for a consultation that was made here. */
  async source(consultationId: string): Promise<SourceResponse> {
    const row = await this.statements.row<Row>(
      'import-source',
      `select i.version, i.source, i.external_id as "externalId", i.consultation_id as "consultationId", i.languages,
         i.body_name as "bodyName", i.files, i.counters, i.report, i.imported_at as "importedAt",
         (select coalesce(sum(1 + jsonb_array_length(c.replies)), 0)::int
          from imported_comments c where c.import_id = i.id) as entries
       from imports i where i.consultation_id = $1`,
      [consultationId],
    );
    if (!row) throw notFound();
    return versioned(sourceResponse(row), row.version);
  }

  /** Throws `not-found`, also for a comment that was made here. */
  async commentSource(commentId: string): Promise<CommentSourceResponse> {
    const row = await this.statements.row<CommentSourceResponse & Record<string, unknown>>(
      'import-comment-source',
      `select i.comment_id as "commentId", i.external_id as "externalId",
         case when c.concealment is null then i.author end as author, i.fragment, i.mark, i.replies,
         case when c.revised_at is null then i.reasons_language end as "reasonsLanguage"
       from imported_comments i join comments c on c.id = i.comment_id where i.comment_id = $1`,
      [commentId],
    );
    if (!row) throw notFound();
    return row;
  }
}

function sourceResponse({ source, externalId, consultationId, report, entries, ...row }: Row): SourceResponse {
  const { languages, bodyName, counters, importedAt } = row;
  return {
    consultationId,
    source,
    externalId,
    url: `${PORTAL}/npa/view?id=${externalId}`,
    languages,
    bodyName,
    files: row.files.map(({ id, language, name }) => ({
      language,
      name,
      url: `${PORTAL}/application/downloadconceptfile?id=${id}`,
    })),
    counters,
    missingEntries: Math.max(0, counters.comments - entries),
    reportUrl: report ? PORTAL + report.viewPath : null,
    importedAt,
  };
}
