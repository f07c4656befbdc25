import { Module, type DynamicModule } from '@nestjs/common';
import { PortalModule } from './portal/index.js';
import { DemoModule } from './demo/index.js';
import { ServicesModule, type Surroundings } from './services.module.js';

/** The whole application: the services, the pages and the demonstration. */
@Module({})
export class AppModule {
  static for(surroundings: Surroundings): DynamicModule {
    return { module: AppModule, imports: [ServicesModule.for(surroundings), PortalModule, DemoModule] };
  }
}
