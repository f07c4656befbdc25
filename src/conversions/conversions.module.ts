import { Module } from '@nestjs/common';
import { ConsultationsModule } from '../consultations/index.js';
import { ConversionThreads } from './conversion-threads.js';
import { ConversionsController } from './conversions.controller.js';
import { Conversions } from './conversions.service.js';

/** The text of a draft from documents. */
@Module({
  imports: [ConsultationsModule],
  controllers: [ConversionsController],
  providers: [Conversions, ConversionThreads],
  exports: [Conversions],
})
export class ConversionsModule {}
