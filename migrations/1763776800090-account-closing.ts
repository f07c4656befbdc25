import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which a password is chosen anew; accounts that were closed, which hold no name and no address. */
export class AccountClosing1763776800090 implements MigrationInterface {
  readonly name = 'AccountClosing1763776800090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account_links drop constraint account_links_purpose_check;
      alter table account_links add constraint account_links_purpose
        check (purpose in ('confirmation', 'invitation', 'reset'));

      alter table accounts alter column email drop not null;
      alter table accounts alter column display_name drop not null;
      alter table accounts add column closed_at timestamptz(3);
      alter table accounts add constraint accounts_closed check (
        case when closed_at is null then email is not null and display_name is not null
          else email is null and display_name is null and password_hash is null and disabled_at is not null end);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table accounts drop constraint accounts_closed;
      update accounts set email = 'closed-' || id, display_name = '' where closed_at is not null;
      alter table accounts drop column closed_at;
      alter table accounts alter column display_name set not null;
      alter table accounts alter column email set not null;
      alter table account_links drop constraint account_links_purpose;
      delete from account_links where purpose = 'reset';
      alter table account_links add constraint account_links_purpose_check
        check (purpose in ('confirmation', 'invitation'));`);
  }
}
