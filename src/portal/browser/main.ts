import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend';
import { recountQuorum } from './quorum.js';
import { forgetReceived, keepUnsent } from './unsent-text.js';

// Every page works without this script; it only helps.
for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component);
}
forgetReceived(document);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keeps]')) keepUnsent(form);
for (const desk of document.querySelectorAll<HTMLElement>('[data-quorum]')) recountQuorum(desk);
