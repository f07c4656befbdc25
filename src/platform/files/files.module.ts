import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Env } from '../config/index.js';
import { Repetitions } from '../http/index.js';
import { IdentityModule } from '../identity/index.js';
import { JobsModule } from '../jobs/index.js';
import { DiskStorage } from './disk-storage.js';
import { FileSights } from './file-sights.js';
import { FilesController } from './files.controller.js';
import { FilesQueries } from './files.queries.js';
import { FilesRepository } from './files.repository.js';
import { Files } from './files.service.js';
import { FilesTasks } from './files.tasks.js';
import { S3Storage } from './s3-storage.js';
import { Storage } from './storage.js';
import { StoredContent } from './stored-content.entity.js';
import { StoredFile } from './stored-file.entity.js';

/** Uploaded files, where their bytes lie, and who may have them. */
@Module({
  imports: [TypeOrmModule.forFeature([StoredContent, StoredFile]), IdentityModule, JobsModule],
  controllers: [FilesController],
  providers: [
    Files,
    FileSights,
    FilesQueries,
    FilesRepository,
    FilesTasks,
    Repetitions,
    { provide: Storage, inject: [Env], useFactory: storageFor },
  ],
  exports: [Files, FileSights, FilesQueries, FilesTasks, Storage],
})
export class FilesModule {}

function storageFor({ filesS3, dataDir }: Env): Storage | Promise<Storage> {
  return filesS3 ? S3Storage.for(filesS3) : new DiskStorage(join(dataDir, 'files'));
}
