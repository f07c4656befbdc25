import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/index.js';
import { AssessmentsModule } from '../assessments/index.js';
import { BodiesModule } from '../bodies/index.js';
import { ComparisonsModule } from '../comparisons/index.js';
import { AssignmentsModule } from '../assignments/index.js';
import { CommentGroupsModule } from '../comment-groups/index.js';
import { CommentDraftsModule } from '../comment-drafts/index.js';
import { UnconfirmedCommentsModule } from '../unconfirmed-comments/index.js';
import { CommentsModule } from '../comments/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { FilesModule } from '../platform/files/index.js';
import { ConversionsModule } from '../conversions/index.js';
import { Repetitions } from '../platform/http/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CouncilsModule } from '../councils/index.js';
import { FollowUpsModule } from '../follow-ups/index.js';
import { ImportsModule } from '../imports/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { MembersModule } from '../members/index.js';
import { MinutesModule } from '../minutes/index.js';
import { ModerationModule } from '../moderation/index.js';
import { MethodologiesModule } from '../methodologies/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { PersonalDataModule } from '../personal-data/index.js';
import { RecommendationsModule } from '../recommendations/index.js';
import {
  AssessingDesks,
  AssessingScreens,
  AssessmentPlans,
  AssessmentPreviews,
  AssessmentReplies,
  AssessmentWorkplace,
  DisputeEntries,
  IndicatorEntries,
  JudgementEntries,
  MeasurePromises,
  ValueEntries,
} from './assessing/index.js';
import { AboutController } from './about/about.controller.js';
import {
  AccountsPages,
  AdminAccountController,
  AdminCalendarController,
  Attention,
  GrantController,
  HeldAccounts,
  SeatsQueries,
  SettingsController,
  ShiftedQueries,
} from './admin/index.js';
import { OpinionsModule } from '../opinions/index.js';
import { PaperCommentsModule } from '../paper-comments/index.js';
import { ReportsModule as CompletionReportsModule } from '../reports/index.js';
import { SearchModule } from '../search/index.js';
import { SubscriptionsModule } from '../subscriptions/index.js';
import { ACCOUNT_PAGES } from './account/index.js';
import { GroupsController } from './comment-groups/groups.controller.js';
import { COMMENT_PAGES, COMMENT_READS } from './comments/index.js';
import { BesideQueries } from './consultations/beside.queries.js';
import { ReportsElsewhere } from './consultations/elsewhere.service.js';
import { ComparisonController } from './consultations/comparison.controller.js';
import { ConsultationController } from './consultations/consultation.controller.js';
import { ReportController } from './consultations/report.controller.js';
import { ConsultationListController } from './consultations/consultations.controller.js';
import { BodyController } from './bodies/body.controller.js';
import { CouncilController } from './councils/council.controller.js';
import { CouncilListController } from './councils/councils.controller.js';
import { FormFiles } from './files/form-files.service.js';
import { OwnFileController } from './files/own-file.controller.js';
import { FollowUpsPages } from './follow-ups/follow-ups.controller.js';
import { FollowUpWorkController } from './follow-ups/work.controller.js';
import {
  AppointmentController,
  CouncilAlarms,
  CouncilDeskController,
  CouncilDesks,
  CouncilEditController,
  CouncilGrantsController,
  CouncilGrantsQueries,
  CouncilsDeskController,
  LateMinutesQueries,
  MemberController,
  PersonsQueries,
} from './authority/index.js';
import { AssessmentController } from './assessments/assessment.controller.js';
import { AssessorsQueries } from './assessments/assessors.queries.js';
import { MethodologyController } from './assessments/methodology.controller.js';
import { RankingsController } from './assessments/rankings.controller.js';
import { DeskController, DeskQueries, Desks, OwnConsultations } from './desk/index.js';
import { Contexts, NamesQueries } from './frame/index.js';
import { HomeController } from './home/home.controller.js';
import { HomeQueries } from './home/home.queries.js';
import { MeetingController } from './meetings/meeting.controller.js';
import {
  AnswerController,
  ComparativeTableController,
  ConversionController,
  DraftController,
  OpinionAnswerController,
  PaperCommentController,
  PaperOpinionController,
  GroupRevisionController,
  GroupsWorkController,
  ReplyController,
  RevisionController,
  TextController,
  UnansweredQueries,
  DocumentsController,
  WorkController,
  WorkListController,
} from './officer/index.js';
import { OpinionsPages } from './opinions/opinions.controller.js';
import {
  AppealPages,
  AppealsPages,
  ConcealmentPages,
  DeskCommentsPages,
  DeskCommentsQueries,
  ModerationStatisticsPages,
} from './moderation/index.js';
import { ProblemPages } from './problems/problem-pages.service.js';
import { ProblemsController, ProblemTypesController } from './problems/problems.controller.js';
import { RecommendationsPages } from './recommendations/recommendations.controller.js';
import { RulesController } from './rules/rules.controller.js';
import {
  AgendaController,
  MeetingScreenController,
  MeetingScreens,
  MinutesEditorController,
  OpinionController,
  OpinionDeskQueries,
  PlanController,
  PromiseController,
} from './secretary/index.js';
import { AssetsController } from './site/assets.controller.js';
import { LanguageController, StartController } from './site/language.controller.js';
import { PolicyReports } from './site/policy-reports.service.js';
import { ReportsController } from './site/reports.controller.js';
import { SearchPageController } from './search/search.controller.js';
import { SubscriptionController, SubscriptionListController, UnsubscribeController } from './subscriptions/index.js';
import { TimelineController } from './timeline/timeline.controller.js';

/** The pages people use. */
@Module({
  imports: [
    IdentityModule,
    FilesModule,
    BodiesModule,
    CouncilsModule,
    MembersModule,
    MeetingsModule,
    RecommendationsModule,
    MinutesModule,
    ConsultationsModule,
    ConversionsModule,
    ComparisonsModule,
    CommentDraftsModule,
    UnconfirmedCommentsModule,
    CommentsModule,
    ModerationModule,
    AssignmentsModule,
    CommentGroupsModule,
    AnswersModule,
    AssessmentsModule,
    MethodologiesModule,
    CalendarModule,
    OpinionsModule,
    PaperCommentsModule,
    PersonalDataModule,
    CompletionReportsModule,
    ImportsModule,
    FollowUpsModule,
    SearchModule,
    SubscriptionsModule,
  ],
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
    ReportController,
    ComparisonController,
    SearchPageController,
    GroupsController,
    ...COMMENT_PAGES,
    OwnFileController,
    ...ACCOUNT_PAGES,
    CouncilListController,
    CouncilController,
    MeetingController,
    RecommendationsPages,
    OpinionsPages,
    FollowUpsPages,
    BodyController,
    RankingsController,
    AssessmentController,
    MethodologyController,
    RulesController,
    TimelineController,
    AboutController,
    SubscriptionController,
    SubscriptionListController,
    UnsubscribeController,
    DeskController,
    AccountsPages,
    AdminAccountController,
    GrantController,
    AdminCalendarController,
    SettingsController,
    PlanController,
    AgendaController,
    MinutesEditorController,
    PromiseController,
    FollowUpWorkController,
    OpinionController,
    ReplyController,
    RevisionController,
    OpinionAnswerController,
    PaperCommentController,
    PaperOpinionController,
    AnswerController,
    GroupRevisionController,
    GroupsWorkController,
    ComparativeTableController,
    ConversionController,
    DraftController,
    TextController,
    DocumentsController,
    WorkController,
    WorkListController,
    ConcealmentPages,
    DeskCommentsPages,
    AppealPages,
    AppealsPages,
    ModerationStatisticsPages,
    MeetingScreenController,
    AssessmentPlans,
    AssessmentPreviews,
    AssessmentReplies,
    ValueEntries,
    JudgementEntries,
    DisputeEntries,
    MeasurePromises,
    AssessmentWorkplace,
    CouncilsDeskController,
    CouncilDeskController,
    CouncilEditController,
    CouncilGrantsController,
    AppointmentController,
    MemberController,
  ],
  providers: [
    AssessingDesks,
    AssessingScreens,
    AssessorsQueries,
    Attention,
    BesideQueries,
    ReportsElsewhere,
    ...COMMENT_READS,
    Contexts,
    CouncilAlarms,
    CouncilDesks,
    CouncilGrantsQueries,
    DeskCommentsQueries,
    DeskQueries,
    Desks,
    FormFiles,
    HeldAccounts,
    HomeQueries,
    IndicatorEntries,
    LateMinutesQueries,
    MeetingScreens,
    NamesQueries,
    OpinionDeskQueries,
    OwnConsultations,
    PersonsQueries,
    PolicyReports,
    ProblemPages,
    Repetitions,
    SeatsQueries,
    ShiftedQueries,
    UnansweredQueries,
  ],
})
export class PortalModule {}
