import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a report says beside its figures: every text once, and the lines it consisted of when it was published, whose
 * hashes the journal has. Reports published before have their texts and figures from here on, but no lines: nothing was
 * hashed then.
 */
export class ReportTexts1763776800106 implements MigrationInterface {
  readonly name = 'ReportTexts1763776800106';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(TEXTS_OF_BEFORE);
    await runner.query(FIGURES_OF_BEFORE);
    await runner.query('alter table consultation_reports alter column further_counts set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table report_parts, report_texts;
      alter table consultation_reports drop column further_counts, drop column lines, drop column content_hash,
        drop column lines_hash;`);
  }
}

const TABLES = `
  alter table consultation_reports
    add column further_counts jsonb check (further_counts ?& array['byProvision', 'texts', 'groups', 'inGroups']),
    add column lines integer check (lines > 0),
    add column content_hash text check (length(content_hash) = 64),
    add column lines_hash text check (length(lines_hash) = 64),
    add constraint consultation_reports_hashes check (
      (lines is null) = (content_hash is null) and (lines is null) = (lines_hash is null));

  create table report_texts (
    report_id uuid not null references consultation_reports,
    position integer not null check (position > 0),
    comment_id uuid not null references comments,
    comments integer not null check (comments > 0),
    primary key (report_id, position)
  );
  create index report_texts_comment on report_texts (comment_id);

  create table report_parts (
    report_id uuid not null references consultation_reports,
    number integer not null check (number > 0),
    first_comment integer,
    last_comment integer,
    lines integer not null check (lines > 0),
    content bytea not null,
    primary key (report_id, number),
    constraint report_parts_comments check ((first_comment is null) = (last_comment is null))
  );`;

const TEXTS_OF_BEFORE = `
  insert into report_texts (report_id, position, comment_id, comments)
  select g.report_id, row_number() over (partition by g.report_id order by g.comments desc, g.first), c.id, g.comments
  from (
    select r.id as report_id, c.consultation_id, min(c.number) as first, count(*)::int as comments
    from consultation_reports r join comments c on c.consultation_id = r.consultation_id
    where c.state <> 'withdrawn'
    group by r.id, c.consultation_id, c.text_hash, c.provision_id, c.quote, c.outcome, c.reasons,
      case when c.revised_at is not null then c.id end
  ) g join comments c on c.consultation_id = g.consultation_id and c.number = g.first`;

const FIGURES_OF_BEFORE = `
  update consultation_reports r set further_counts = jsonb_build_object(
    'byProvision', (select coalesce(jsonb_object_agg(provision_id, n), '{}') from (select provision_id, count(*) as n
       from comments c where c.consultation_id = r.consultation_id and provision_id is not null group by 1) p),
    'texts', (select count(distinct text_hash) from comments c
       where c.consultation_id = r.consultation_id and c.state <> 'withdrawn'),
    'groups', (select count(*) from comment_groups g
       where g.consultation_id = r.consultation_id and g.merged_into is null and g.comments > 1),
    'inGroups', (select coalesce(sum(g.comments), 0) from comment_groups g
       where g.consultation_id = r.consultation_id and g.merged_into is null and g.comments > 1))`;
