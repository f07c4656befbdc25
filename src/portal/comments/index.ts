import { ByEmailController } from './by-email.controller.js';
import { CommentsOfReader } from './comments-of-reader.js';
import { ConfirmCommentController } from './confirm-comment.controller.js';
import { ReceiptController } from './receipt.controller.js';
import { CommentSubjects } from './subjects.service.js';
import { WriteCommentController } from './write-comment.controller.js';

/** The pages on which comments are written, confirmed, and followed by their receipt. */
export const COMMENT_PAGES = [WriteCommentController, ByEmailController, ConfirmCommentController, ReceiptController];

/** What these pages read. */
export const COMMENT_READS = [CommentsOfReader, CommentSubjects];
