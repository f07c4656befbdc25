import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/index.js';
import { CommentsExportController } from './comments-export.controller.js';
import { CommentsExport } from './comments-export.service.js';

/** What is public, as files for those who reckon with it. */
@Module({
  imports: [CommentsModule],
  controllers: [CommentsExportController],
  providers: [CommentsExport],
})
export class OpenDataModule {}
