import {
  MemberEndRequest,
  MemberRequest,
  MemberRoleRequest,
  OrganizationRequest,
  RoleEndRequest,
} from '../../members/index.js';
import { FormBody, TextField, type FormField } from '../../platform/http/index.js';
import { invalid, Problem } from '../../platform/kernel/index.js';
import { PreparedForm } from '../desk/index.js';
import { FormOf } from '../frame/index.js';

/** Chosen where nothing recorded is meant: a person or an organisation that is described in the form itself. */
export const NEW = 'new';

/** Chosen where a member represents no organisation. */
export const NONE = 'none';

const ORGANIZATION = 'organization.';
const WORDS_MAX = 200;

/** What is looked for among the records before somebody is appointed. */
export class AppointmentQuery {
  /** A part of a person's name. */
  @TextField({ max: WORDS_MAX, optional: true })
  person?: string;

  /** A part of an organisation's name, or its business identification number. */
  @TextField({ max: WORDS_MAX, optional: true })
  organization?: string;
}

/** What is looked for, as it is typed in the form of an appointment; it is no part of what is sent to be recorded. */
export const SEARCH_FIELDS = { person: '_person', organization: '_organization' } as const;

/** Which button was pressed; the Enter key presses neither of the two that are seen. */
export const DO_FIELD = '_do';

/**
 * What to look for before anybody is appointed; undefined when the form is to be taken as it is. Enter in a search field
 * that was changed looks, too: nobody is appointed by it.
 */
export function searchIn(body: FormBody, searched: AppointmentQuery): AppointmentQuery | undefined {
  const words = (part: keyof AppointmentQuery): string | undefined => {
    const typed = body.get(SEARCH_FIELDS[part]);
    return typed === undefined ? searched[part] : typed.trim().slice(0, WORDS_MAX) || undefined;
  };
  const [person, organization] = [words('person'), words('organization')];
  const isChanged = person !== searched.person || organization !== searched.organization;
  const isSearch = body.get(DO_FIELD) === 'find' || (body.get(DO_FIELD) === undefined && isChanged);
  if (!isSearch) return undefined;
  return { ...(person !== undefined && { person }), ...(organization !== undefined && { organization }) };
}

const ORGANIZATION_FORM = new FormOf(OrganizationRequest, {
  empty: { kind: 'portal.councilsDesk.empty.organizationKind' },
});

/** Who is to hold which seat: somebody new or recorded already, for an organisation that is new, recorded, or none. */
class AppointmentForm extends PreparedForm<MemberRequest> {
  /** Throws `invalid` for what is wrong with the member and with the organisation, all at once. */
  override read(body: FormBody): MemberRequest {
    const faults: Problem[] = [];
    const wanted = caught(faults, () => super.read(body));
    caught(faults, () => this.organization(body));
    const [first] = faults;
    if (first && faults.every(({ kind }) => kind === 'invalid')) {
      throw invalid(...faults.flatMap(({ parts }) => parts.errors ?? []));
    }
    if (first || !wanted) throw first ?? new Problem('malformed');
    return wanted;
  }

  /** The organisation to be recorded with the appointment; undefined where it is recorded already, or none. */
  organization(body: FormBody): OrganizationRequest | undefined {
    if (body.get('organizationId') !== NEW) return undefined;
    const own = body.fields.filter(([name]) => name.startsWith(ORGANIZATION));
    const faults: Problem[] = [];
    const wanted = caught(faults, () =>
      ORGANIZATION_FORM.read(new FormBody(own.map(([name, value]) => [name.slice(ORGANIZATION.length), value]))),
    );
    const [fault] = faults;
    if (!fault) return wanted;
    throw invalid(
      ...(fault.parts.errors ?? []).map((error) => ({ ...error, pointer: `/organization${error.pointer}` })),
    );
  }
}

/** The form of an appointment. */
export const APPOINTMENT = new AppointmentForm(
  MemberRequest,
  {
    empty: {
      seat: 'portal.councilsDesk.empty.seat',
      since: 'portal.councilsDesk.empty.since',
      'organization.kind': 'portal.councilsDesk.empty.organizationKind',
    },
  },
  appointed,
);

/** How a membership ends. */
export const END = new FormOf(MemberEndRequest, {
  empty: { on: 'portal.councilsDesk.empty.on', reason: 'portal.councilsDesk.empty.reason' },
});

/** A role for a member. */
export const ROLE = new FormOf(MemberRoleRequest, {
  empty: { role: 'portal.councilsDesk.empty.memberRole', since: 'portal.councilsDesk.empty.since' },
});

/** The end of a role. */
export const ROLE_END = new FormOf(RoleEndRequest, { empty: { on: 'portal.councilsDesk.empty.on' } });

/** Either the person who was chosen or the one who is described; of the organisation only which one was chosen. */
function appointed(fields: readonly FormField[]): FormField[] {
  const personId = fields.find(([name]) => name === 'personId')?.[1] ?? NEW;
  return fields.filter(([name, value]) => {
    if (name.startsWith(ORGANIZATION)) return false;
    if (name === 'organizationId') return value !== NEW && value !== NONE;
    if (name === 'personId') return personId !== NEW;
    return personId === NEW || !name.startsWith('person.');
  });
}

function caught<T>(faults: Problem[], act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    faults.push(error);
    return undefined;
  }
}
