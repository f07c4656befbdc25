export { type AccordionSection, type AccordionTexts, type AccordionProps, Accordion } from './accordion.js';
export { type BackLinkProps, BackLink } from './back-link.js';
export { type Breadcrumb, type BreadcrumbsProps, Breadcrumbs } from './breadcrumbs.js';
export { type ButtonProps, Button } from './button.js';
export { type CharacterCountTexts, type CharacterCountProps, CharacterCount } from './character-count.js';
export { type Checkbox, type CheckboxesProps, Checkboxes } from './checkboxes.js';
export { type Choice, type ChoiceDivider } from './choice.js';
export { type DatePart, type DateInputProps, DateInput } from './date-input.js';
export { type DetailsProps, Details } from './details.js';
export { type FieldError, type ErrorMessageProps, ErrorMessage } from './error-message.js';
export { type SummarizedError, type ErrorSummaryProps, ErrorSummary } from './error-summary.js';
export { type FieldsetLegend, type FieldsetProps, Fieldset } from './fieldset.js';
export { type FileInputProps, FileInput } from './file-input.js';
export { type FooterLink, type FooterSection, type FooterMeta, type FooterProps, Footer } from './footer.js';
export { type GroupedField, type LabelledField, descriptionOf, FormGroup, HintAndError } from './form-group.js';
export { type GenericHeaderProps, GenericHeader } from './generic-header.js';
export { type HintProps, Hint } from './hint.js';
export { type InputAffix, type InputProps, Input } from './input.js';
export { type InsetTextProps, InsetText } from './inset-text.js';
export { type LabelProps, Label } from './label.js';
export { type LanguageLink, type LanguageNavigationProps, LanguageNavigation } from './language-navigation.js';
export {
  type Attributes,
  type Styled,
  type Maybe,
  type HeadingLevel,
  type PluralText,
  joined,
  scriptTexts,
} from './markup.js';
export { type NotificationBannerProps, NotificationBanner } from './notification-banner.js';
export { type PageLink, type NumberedPage, type PaginationProps, Pagination } from './pagination.js';
export { type PanelAction, type PanelProps, Panel } from './panel.js';
export { type PasswordTexts, type PasswordInputProps, PasswordInput } from './password-input.js';
export { type PhaseBannerProps, PhaseBanner } from './phase-banner.js';
export { type RadiosProps, Radios } from './radios.js';
export { type SelectOption, type SelectProps, Select } from './select.js';
export { type NavigationItem, type ServiceNavigationProps, ServiceNavigation } from './service-navigation.js';
export { type SkipLinkProps, SkipLink } from './skip-link.js';
export {
  type SummaryAction,
  type SummaryRow,
  type SummaryCard,
  type SummaryListProps,
  SummaryList,
} from './summary-list.js';
export { type RichCell, type TableCell, type TableProps, Table } from './table.js';
export { type TagColour, type TagProps, Tag } from './tag.js';
export { type Task, type TaskListProps, TaskList } from './task-list.js';
export { type TextareaProps, Textarea } from './textarea.js';
export { type WarningTextProps, WarningText } from './warning-text.js';
