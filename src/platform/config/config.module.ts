import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '../kernel/index.js';
import { Env } from './env.js';

/** The settings and the clock, for whoever asks. */
@Global()
@Module({})
export class ConfigModule {
  static for(env: Env, clock: Clock): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Env, useValue: env },
        { provide: Clock, useValue: clock },
      ],
      exports: [Env, Clock],
    };
  }
}
