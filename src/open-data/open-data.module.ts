import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { OpinionsModule } from '../opinions/index.js';
import { CommentsExportController } from './comments-export.controller.js';
import { Exports } from './exports.service.js';
import { OpinionsExportController } from './opinions-export.controller.js';
import { TextsExportController } from './texts-export.controller.js';

/** What is public, as files for those who reckon with it. */
@Module({
  imports: [CommentsModule, ConsultationsModule, OpinionsModule],
  controllers: [CommentsExportController, TextsExportController, OpinionsExportController],
  providers: [Exports],
})
export class OpenDataModule {}
