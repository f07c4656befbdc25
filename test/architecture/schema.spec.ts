import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface DatabaseColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
  int: 'integer',
  bool: 'boolean',
};

describe('entities and migrations', () => {
  let test: TestApplication;
  let dataSource: DataSource;
  beforeAll(async () => {
    test = await startTestApplication();
    dataSource = test.app.get(DataSource);
  });
  afterAll(() => test.close());

  it('agree on every column, its type and whether it may be empty', async () => {
    const tables = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const actual = await test.database.query<DatabaseColumn>(
      `select table_name as table, column_name as column, is_nullable = 'YES' as nullable,
              case when data_type = 'ARRAY' then ltrim(udt_name, '_') || '[]' else data_type end as type
         from information_schema.columns where table_schema = 'public' and table_name = any($1)
           and is_generated = 'NEVER' order by 1, 2`,
      [tables],
    );
    const declared = dataSource.entityMetadatas
      .flatMap(({ tableName: table, columns }) =>
        columns.map(({ databaseName: column, type, isNullable: nullable, isArray }) => {
          const name = typeof type === 'string' ? type : type.name;
          return { table, column, nullable, type: (TYPES[name] ?? name) + (isArray ? '[]' : '') };
        }),
      )
      .sort((one, other) => (`${one.table} ${one.column}` < `${other.table} ${other.column}` ? -1 : 1));
    expect(declared.length).toBeGreaterThan(20);
    const line = ({ table, column, type, nullable }: DatabaseColumn): string =>
      `${table}.${column} ${type}${nullable ? ' null' : ''}`;
    expect(declared.map(line)).toEqual(actual.map(line).sort((one, other) => (one < other ? -1 : 1)));
  });

  it('agree on every foreign key that an entity names', async () => {
    const rows = await test.database.query<{ key: string }>(
      `select c.conrelid::regclass || '.' || a.attname || ' → ' || c.confrelid::regclass as key
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) where c.contype = 'f'`,
    );
    const actual = new Set(rows.map(({ key }) => key));
    const declared = dataSource.entityMetadatas.flatMap(({ tableName, foreignKeys }) =>
      foreignKeys.map((key) => `${tableName}.${key.columnNames.join(',')} → ${key.referencedTablePath}`),
    );
    expect(declared.filter((key) => !actual.has(key))).toEqual([]);
  });

  it('agree on the indexes that an entity names', async () => {
    const rows = await test.database.query<{ name: string }>(
      `select indexname as name from pg_indexes where schemaname = 'public'`,
    );
    const actual = new Set(rows.map(({ name }) => name));
    const declared = dataSource.entityMetadatas.flatMap(({ indices }) => indices.map(({ name }) => name));
    expect(declared.filter((name) => !actual.has(name))).toEqual([]);
  });

  it('index every foreign key', async () => {
    const missing = await test.database.query(
      `select c.conrelid::regclass || ' ' || c.conname as key from pg_constraint c
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace
          and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`,
    );
    expect(missing).toEqual([]);
  });

  it('leave the application no right to change the schema', async () => {
    const rows = await test.database.query<{ owner: string }>(
      `select distinct tableowner as owner from pg_tables where schemaname in ('public', 'graphile_worker')`,
    );
    expect(rows).toEqual([{ owner: 'kenes_owner' }]);
  });

  it('use no clock of the database', async () => {
    const rows = await test.database.query(
      `select table_name, column_name from information_schema.columns where table_schema = 'public'
         and column_default ~* 'now\\(|current_|clock_timestamp|statement_timestamp'`,
    );
    expect(rows).toEqual([]);
  });
});
