import { Global, Logger, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Commits } from './commits.js';
import { Cursors } from './cursors.js';
import { dataSourceOptions } from './data-source.js';
import { Rows } from './rows.js';
import { Statements } from './statements.js';
import { UnitOfWork } from './unit-of-work.js';

/** The one DataSource, and the doors to it. */
@Global()
@Module({})
export class DatabaseModule {
  static for(url: string): DynamicModule {
    const logger = new Logger('Database');
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...dataSourceOptions(url, logger),
            autoLoadEntities: true,
            retryAttempts: 10,
            retryDelay: 1000,
          }),
        }),
      ],
      providers: [Commits, Cursors, UnitOfWork, Rows, Statements],
      exports: [Commits, Cursors, UnitOfWork, Rows, Statements],
    };
  }
}
