import { ComparativeTableRequest } from '../../consultations/index.js';
import type { FormBody } from '../../platform/http/index.js';
import { FormOf, type RowList } from '../frame/index.js';

const LIST = 'comparativeTable';

/** The rows of the comparative table, each with its place at least. */
export const COMPARATIVE_ROWS: RowList = { list: LIST, leaf: 'place.kk' };

/** A table of which every row was taken away is an empty one. */
class ComparativeForm extends FormOf<ComparativeTableRequest> {
  override read(body: FormBody): ComparativeTableRequest {
    const isFilled = body.said.some(([name, value]) => name.startsWith(LIST) && value !== '');
    return isFilled ? super.read(body) : this.checked({ [LIST]: [] });
  }

  override fieldAt(body: FormBody, pointer: string): string | undefined {
    const name = super.fieldAt(body, pointer);
    return name?.endsWith('.proposed') ? `${name}.kk` : name;
  }
}

export const COMPARATIVE = new ComparativeForm(ComparativeTableRequest, {
  counts: [`${LIST}[].position`],
  optional: [`${LIST}[].current`, `${LIST}[].proposed`],
});
