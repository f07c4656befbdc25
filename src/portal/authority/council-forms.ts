import { ConvocationRequest, CouncilChangeRequest, CouncilRequest } from '../../councils/index.js';
import { GrantRequest } from '../../platform/identity/index.js';
import type { FormBody, FormField } from '../../platform/http/index.js';
import { invalidAt } from '../../platform/kernel/index.js';
import { PreparedForm } from '../desk/index.js';
import { FormOf, type FormShape } from '../frame/index.js';

/** Fields of work, a line each, in one text for each language. */
export const SECTORS_FIELD = 'sectorLines';

const LANGUAGES = ['kk', 'ru', 'en'] as const;

const HOW: FormShape = {
  counts: ['seats'],
  optional: ['regulation'],
  empty: {
    level: 'portal.councilsDesk.empty.level',
    kind: 'portal.councilsDesk.empty.kind',
    bodyId: 'portal.councilsDesk.empty.body',
    territoryId: 'portal.councilsDesk.empty.territory',
    seats: 'portal.councilsDesk.empty.seats',
    foundedOn: 'portal.councilsDesk.empty.foundedOn',
  },
};

/** A form in which the fields of work are lines; the same number of them in each language. */
class SectorsForm<T extends object> extends PreparedForm<T> {
  override read(body: FormBody): T {
    const [kk = [], ru = [], en = []] = LANGUAGES.map((language) => linesIn(body.get(`${SECTORS_FIELD}.${language}`)));
    const uneven = [ru, ...(en.length > 0 ? [en] : [])].find((lines) => lines.length !== kk.length);
    if (uneven) {
      const language = uneven === ru ? 'ru' : 'en';
      throw invalidAt(`/${SECTORS_FIELD}/${language}`, 'lines-unequal', { kk: kk.length, other: uneven.length });
    }
    return super.read(body);
  }
}

/** A change in which what was emptied is taken away, not left as it is. */
class ChangeForm extends SectorsForm<CouncilChangeRequest> {
  override read(body: FormBody): CouncilChangeRequest {
    const { website = null, regulation = null, sectors = [], ...change } = super.read(body);
    return { ...change, website, regulation, sectors };
  }
}

/** A council to be established. */
export const COUNCIL_FORM = new SectorsForm(CouncilRequest, HOW, withSectors, shownAt);

/** What is recorded of a council, changed. */
export const CHANGE_FORM = new ChangeForm(CouncilChangeRequest, HOW, withSectors, shownAt);

/** The next convocation. */
export const CONVOCATION_FORM = new FormOf(ConvocationRequest, {
  counts: ['number'],
  empty: { from: 'portal.councilsDesk.empty.from' },
});

/** A role in the council for an account; the seat counts for members only, who need one. */
class RoleForm extends PreparedForm<GrantRequest> {
  override read(body: FormBody): GrantRequest {
    const wanted = super.read(body);
    if (wanted.role === 'member' && wanted.memberId === undefined) throw invalidAt('/memberId', 'id-expected');
    return wanted;
  }
}

/** The form by which a role in this council is given. */
export function grantForm(councilId: string): PreparedForm<GrantRequest> {
  const how = {
    empty: {
      role: 'portal.councilsDesk.empty.role',
      memberId: 'portal.councilsDesk.empty.member',
      email: 'portal.signIn.emailEmpty',
    },
  };
  return new RoleForm(GrantRequest, how, (fields) => {
    const isMember = fields.some(([name, value]) => name === 'role' && value === 'member');
    const said = fields.filter(([name]) => name !== 'councilId' && (isMember || name !== 'memberId'));
    return [...said, ['councilId', councilId]];
  });
}

/** The lines of a text that hold anything. */
export function linesIn(text = ''): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function withSectors(fields: readonly FormField[]): FormField[] {
  return fields.flatMap(([name, value]): FormField[] => {
    const language = new RegExp(`^${SECTORS_FIELD}\\.(kk|ru|en)$`).exec(name)?.[1];
    if (language === undefined) return [[name, value]];
    return linesIn(value).map((line, at) => [`sectors[${at}].${language}`, line]);
  });
}

/** A fault of a field of work is shown at the text it was taken from. */
function shownAt(name: string): string {
  if (!/^sectors\b/.test(name)) return name;
  const language = /\.(kk|ru|en)$/.exec(name)?.[1] ?? 'kk';
  return `${SECTORS_FIELD}.${language}`;
}
