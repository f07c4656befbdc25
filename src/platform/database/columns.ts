import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/** The primary key: a UUID v7 made by the application. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'uuid' });

/** Raised by every change of the row; `If-Match` is compared with it. */
export const VersionColumn = (): PropertyDecorator => Column({ type: 'integer', name: 'version' });

/** A reference to another row's id. */
export const RefColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'uuid', name, ...options });

/** A text of any length; lengths are checked at the door in code points. */
export const TextColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'text', name, ...options });

/** A text in kk, ru and optionally en. */
export const LocalizedColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'jsonb', name, ...options });

/** An instant (timestamptz); its name ends in `_at`. */
export const InstantColumn = (name: `${string}_at`, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'timestamptz', precision: 3, name, ...options });

/** A calendar date as `YYYY-MM-DD`; its name ends in `_on`. */
export const DateColumn = (name: `${string}_on`, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'date', name, ...options });

/** A whole number. */
export const CountColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'integer', name, ...options });

/** Yes or no. */
export const FlagColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'boolean', name, ...options });

/** Raw bytes, such as a hash. */
export const BytesColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'bytea', name, ...options });
