import { Journal1763776800001 } from './1763776800001-journal.js';
import { Identity1763776800002 } from './1763776800002-identity.js';
import { Repetition1763776800003 } from './1763776800003-repetition.js';
import { Calendar1763776800004 } from './1763776800004-calendar.js';
import { Rulebook1763776800005 } from './1763776800005-rulebook.js';
import { Bodies1763776800006 } from './1763776800006-bodies.js';
import { Councils1763776800010 } from './1763776800010-councils.js';
import { Members1763776800011 } from './1763776800011-members.js';
import { Meetings1763776800020 } from './1763776800020-meetings.js';
import { Recommendations1763776800021 } from './1763776800021-recommendations.js';
import { Minutes1763776800022 } from './1763776800022-minutes.js';
import { Consultations1763776800030 } from './1763776800030-consultations.js';
import { Comments1763776800035 } from './1763776800035-comments.js';
import { Reports1763776800038 } from './1763776800038-reports.js';
import { Methodologies1763776800040 } from './1763776800040-methodologies.js';
import { Assessments1763776800041 } from './1763776800041-assessments.js';
import { FollowUps1763776800042 } from './1763776800042-follow-ups.js';
import { AgendaAssessments1763776800043 } from './1763776800043-agenda-assessments.js';
import { Imports1763776800050 } from './1763776800050-imports.js';
import { CommentKeys1763776800060 } from './1763776800060-comment-keys.js';
import { AccountClosing1763776800090 } from './1763776800090-account-closing.js';
import { CommentGroups1763776800101 } from './1763776800101-comment-groups.js';
import { Concealments1763776800102 } from './1763776800102-concealments.js';
import { Opinions1763776800103 } from './1763776800103-opinions.js';
import { Extensions1763776800104 } from './1763776800104-extensions.js';
import { Answers1763776800105 } from './1763776800105-answers.js';
import { ReportTexts1763776800106 } from './1763776800106-report-texts.js';
import { Files1763776800110 } from './1763776800110-files.js';
import { Attachments1763776800111 } from './1763776800111-attachments.js';
import { DraftTables1763776800120 } from './1763776800120-draft-tables.js';
import { EarlyEngagement1763776800121 } from './1763776800121-early-engagement.js';
import { Search1763776800130 } from './1763776800130-search.js';
import { AdmissionLimits1763776800140 } from './1763776800140-admission-limits.js';
import { Assignments1763776800150 } from './1763776800150-assignments.js';
import { PaperComments1763776800160 } from './1763776800160-paper-comments.js';
import { CommentDrafts1763776800161 } from './1763776800161-comment-drafts.js';
import { DisownedComments1763776800162 } from './1763776800162-disowned-comments.js';
import { AnswerProvisions1763776800170 } from './1763776800170-answer-provisions.js';
import { UnconfirmedComments1763776800171 } from './1763776800171-unconfirmed-comments.js';
import { QuoteContexts1763776800173 } from './1763776800173-quote-contexts.js';
import { CommentReading1763776800174 } from './1763776800174-comment-reading.js';
import { Subscriptions1763776800175 } from './1763776800175-subscriptions.js';
import { CommentBelonging1763776800176 } from './1763776800176-comment-belonging.js';

/** Every migration in the order in which it runs. Forward only: one that is on main is never edited. */
export const migrations = [
  Journal1763776800001,
  Identity1763776800002,
  Repetition1763776800003,
  Calendar1763776800004,
  Rulebook1763776800005,
  Bodies1763776800006,
  Councils1763776800010,
  Members1763776800011,
  Meetings1763776800020,
  Recommendations1763776800021,
  Minutes1763776800022,
  Consultations1763776800030,
  Comments1763776800035,
  Reports1763776800038,
  Methodologies1763776800040,
  Assessments1763776800041,
  FollowUps1763776800042,
  AgendaAssessments1763776800043,
  Imports1763776800050,
  CommentKeys1763776800060,
  AccountClosing1763776800090,
  CommentGroups1763776800101,
  Concealments1763776800102,
  Opinions1763776800103,
  Extensions1763776800104,
  Answers1763776800105,
  ReportTexts1763776800106,
  Files1763776800110,
  Attachments1763776800111,
  DraftTables1763776800120,
  EarlyEngagement1763776800121,
  Search1763776800130,
  AdmissionLimits1763776800140,
  Assignments1763776800150,
  PaperComments1763776800160,
  CommentDrafts1763776800161,
  DisownedComments1763776800162,
  AnswerProvisions1763776800170,
  UnconfirmedComments1763776800171,
  QuoteContexts1763776800173,
  CommentReading1763776800174,
  Subscriptions1763776800175,
  CommentBelonging1763776800176,
] as const;
