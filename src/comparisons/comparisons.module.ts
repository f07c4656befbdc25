import { Module } from '@nestjs/common';
import { ConsultationsModule } from '../consultations/index.js';
import { ComparisonsController } from './comparisons.controller.js';
import { ComparisonsQueries } from './comparisons.queries.js';

/** The comparison of versions of a text. */
@Module({
  imports: [ConsultationsModule],
  controllers: [ComparisonsController],
  providers: [ComparisonsQueries],
  exports: [ComparisonsQueries],
})
export class ComparisonsModule {}
