import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodiesModule } from '../bodies/index.js';
import { CouncilsModule } from '../councils/index.js';
import { FilesModule } from '../platform/files/index.js';
import { BodyRules } from './body-rules.js';
import { CommentsByEmail } from './comments-by-email.service.js';
import { ConsultationDueDates } from './consultation-due-dates.js';
import { Consultation } from './consultation.entity.js';
import { ConsultationsController } from './consultations.controller.js';
import { ConsultationsQueries } from './consultations.queries.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import { CouncilNotices } from './council-notices.service.js';
import { CouncilNotice } from './council-notice.entity.js';
import { ConsultationDocument } from './document.entity.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsRepository } from './documents.repository.js';
import { Documents } from './documents.service.js';
import { DraftLinesQueries } from './draft-lines.queries.js';
import { DraftVersion } from './draft-version.entity.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsQueries } from './drafts.queries.js';
import { DraftsRepository } from './drafts.repository.js';
import { Drafts } from './drafts.service.js';
import { ListsController } from './lists.controller.js';
import { Provision } from './provision.entity.js';
import { ProvisionText } from './provision-text.entity.js';
import { Publication } from './publication.service.js';
import { WindowExtensions } from './window-extensions.service.js';

/** The public discussion of drafts. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Consultation,
      ConsultationDocument,
      CouncilNotice,
      DraftVersion,
      Provision,
      ProvisionText,
    ]),
    BodiesModule,
    CouncilsModule,
    FilesModule,
  ],
  controllers: [ListsController, ConsultationsController, DraftsController, DocumentsController],
  providers: [
    BodyRules,
    CommentsByEmail,
    ConsultationDueDates,
    ConsultationsQueries,
    ConsultationsRepository,
    ConsultationsService,
    CouncilNotices,
    Documents,
    DocumentsQueries,
    DocumentsRepository,
    DraftLinesQueries,
    Drafts,
    DraftsQueries,
    DraftsRepository,
    Publication,
    WindowExtensions,
  ],
  exports: [
    BodyRules,
    CommentsByEmail,
    ConsultationsQueries,
    ConsultationsRepository,
    ConsultationsService,
    Documents,
    DocumentsQueries,
    Drafts,
    DraftLinesQueries,
    DraftsQueries,
    Publication,
    WindowExtensions,
  ],
})
export class ConsultationsModule {}
