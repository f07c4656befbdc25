import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/index.js';
import { CommentsModule } from '../comments/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { Repetitions } from '../platform/http/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { RecommendationsModule } from '../recommendations/index.js';
import { AccountController } from './account/account.controller.js';
import { SignInController } from './account/sign-in.controller.js';
import { CommentsOfReader } from './comments/comments-of-reader.js';
import { ReceiptController } from './comments/receipt.controller.js';
import { WriteCommentController } from './comments/write-comment.controller.js';
import { BesideQueries } from './consultations/beside.queries.js';
import { ConsultationController } from './consultations/consultation.controller.js';
import { ConsultationListController } from './consultations/consultations.controller.js';
import { Contexts, NamesQueries } from './frame/index.js';
import { HomeController } from './home/home.controller.js';
import { ProblemPages } from './problems/problem-pages.service.js';
import { ProblemsController, ProblemTypesController } from './problems/problems.controller.js';
import { AssetsController } from './site/assets.controller.js';
import { LanguageController, StartController } from './site/language.controller.js';
import { PolicyReports } from './site/policy-reports.service.js';
import { ReportsController } from './site/reports.controller.js';

/** The pages people use. */
@Module({
  imports: [IdentityModule, RecommendationsModule, ConsultationsModule, CommentsModule, AssessmentsModule],
  controllers: [
    StartController,
    LanguageController,
    AssetsController,
    ReportsController,
    ProblemTypesController,
    ProblemsController,
    HomeController,
    ConsultationListController,
    ConsultationController,
    WriteCommentController,
    ReceiptController,
    SignInController,
    AccountController,
  ],
  providers: [BesideQueries, CommentsOfReader, Contexts, NamesQueries, PolicyReports, ProblemPages, Repetitions],
})
export class PortalModule {}
