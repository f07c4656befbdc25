import { Injectable } from '@nestjs/common';
import { Comment } from '../comments/index.js';
import { Consultation, DraftVersion } from '../consultations/index.js';
import { Rows, Statements, UnitOfWork } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { Import, OPEN_NPA } from './import.entity.js';
import { ImportedComment } from './imported-comment.entity.js';

/** A provision with the latest of its texts; `position` is what joins the rows of two pages. */
export interface PlacedText {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly number: string | null;
  readonly heading: LocalizedText | null;
  readonly text: LocalizedText;
}

/** A comment that was taken over before. */
export interface KnownComment {
  readonly commentId: string;
  readonly externalId: string;
  readonly author: string;
  readonly participant: number;
  readonly state: string;
}

/** Records of discussions taken over, for change. */
@Injectable()
export class ImportsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The record of a discussion of the portal, locked; two imports of one discussion wait for each other. */
  async lock(externalId: string): Promise<Import | null> {
    const key = `${OPEN_NPA}:${externalId}`;
    await this.statements.rows('import-lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
    return this.unitOfWork.manager.findOne(Import, {
      where: { source: OPEN_NPA, externalId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  insert(record: Import): Promise<void> {
    return this.rows.insert(Import, record);
  }

  update(record: Import): Promise<void> {
    return this.rows.update(Import, record);
  }

  lockConsultation(id: string): Promise<Consultation> {
    return this.rows.lock(Consultation, id);
  }

  insertConsultation(consultation: Consultation): Promise<void> {
    return this.rows.insert(Consultation, consultation);
  }

  updateConsultation(consultation: Consultation): Promise<void> {
    return this.rows.update(Consultation, consultation);
  }

  insertVersion(version: DraftVersion): Promise<void> {
    return this.rows.insert(DraftVersion, version);
  }

  /** The provisions of a locked consultation by their place. */
  texts(consultationId: string): Promise<PlacedText[]> {
    return this.statements.rows<PlacedText & Record<string, unknown>>(
      'import-texts',
      `select distinct on (t.position) p.id, t.version, t.position, t.number, t.heading, t.text
       from provisions p join provision_texts t on t.provision_id = p.id
       where p.consultation_id = $1 order by t.position, t.version desc`,
      [consultationId],
    );
  }

  /** Writes texts of one version; returns how many were new or different. */
  async putTexts(consultationId: string, texts: readonly PlacedText[]): Promise<number> {
    await this.statements.rows(
      'import-provisions',
      'insert into provisions (id, consultation_id) select id, $1 from unnest($2::uuid[]) id on conflict do nothing',
      [consultationId, texts.map(({ id }) => id)],
    );
    const written = await this.statements.rows(
      'import-texts-put',
      `with written as (
         insert into provision_texts as t (provision_id, version, position, number, heading, text)
         select * from unnest($1::uuid[], $2::int[], $3::int[], $4::text[], $5::jsonb[], $6::jsonb[])
         on conflict (provision_id, version) do update set heading = excluded.heading, text = excluded.text
           where (t.heading, t.text) is distinct from (excluded.heading, excluded.text)
         returning 1)
       select * from written`,
      [
        texts.map(({ id }) => id),
        texts.map(({ version }) => version),
        texts.map(({ position }) => position),
        texts.map(({ number }) => number),
        texts.map(({ heading }) => (heading ? JSON.stringify(heading) : null)),
        texts.map(({ text }) => JSON.stringify(text)),
      ],
    );
    return written.length;
  }

  /** The comments of a record that were taken over before. */
  knownComments(importId: string): Promise<KnownComment[]> {
    return this.statements.rows<KnownComment & Record<string, unknown>>(
      'import-comments',
      `select i.comment_id as "commentId", i.external_id as "externalId", i.author, c.participant, c.state
       from imported_comments i join comments c on c.id = i.comment_id where i.import_id = $1`,
      [importId],
    );
  }

  async insertComments(comments: readonly Comment[], origins: readonly ImportedComment[]): Promise<void> {
    await this.rows.insert(Comment, comments);
    await this.rows.insert(ImportedComment, origins);
  }

  /** A comment taken over before, with what was known of it there; both locked. */
  async lockComment(commentId: string): Promise<{ comment: Comment; origin: ImportedComment }> {
    const comment = await this.rows.lock(Comment, commentId);
    const origin = await this.unitOfWork.manager.findOneByOrFail(ImportedComment, { commentId });
    return { comment, origin };
  }

  async updateComment(comment: Comment, origin: ImportedComment): Promise<void> {
    await this.rows.update(Comment, comment);
    const { mark, replies, reasonsLanguage } = origin;
    await this.unitOfWork.manager.update(
      ImportedComment,
      { commentId: comment.id },
      { mark, replies, reasonsLanguage },
    );
  }
}
