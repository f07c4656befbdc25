import { AccountController } from './account.controller.js';
import { CloseController } from './close.controller.js';
import { ConfirmController } from './confirm.controller.js';
import { MyDataController } from './data.controller.js';
import { MyCommentsController } from './my-comments.controller.js';
import { ResetController } from './reset.controller.js';
import { MySessionsController } from './sessions.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignUpController } from './sign-up.controller.js';

/** The pages of an account: signing up and in, what is one's own, the end of it. */
export const ACCOUNT_PAGES = [
  SignInController,
  AccountController,
  SignUpController,
  ConfirmController,
  ResetController,
  MySessionsController,
  MyCommentsController,
  MyDataController,
  CloseController,
] as const;
