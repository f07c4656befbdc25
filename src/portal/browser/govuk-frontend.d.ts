// The part of GOV.UK Frontend's scripts that is used; it ships no types.
declare module 'govuk-frontend' {
  export class Component {
    readonly $root: HTMLElement;
  }
  export class Button extends Component {}
  export class CharacterCount extends Component {}
  export class Checkboxes extends Component {}
  export class ErrorSummary extends Component {}
  export class NotificationBanner extends Component {}
  export class PasswordInput extends Component {}
  export class Radios extends Component {}
  export class ServiceNavigation extends Component {}
  export class SkipLink extends Component {}
  export function createAll(component: typeof Component, config?: object): void;
}
