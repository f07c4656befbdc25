import { ChoiceField, IdField, PageQuery, TextField } from '../platform/http/index.js';
import { BODY_KINDS, TERRITORY_LEVELS } from './bodies.service.js';

/** Which territories to list. */
export class TerritoriesQuery extends PageQuery {
  @ChoiceField(TERRITORY_LEVELS, { optional: true })
  level?: string;

  /** Id of the territory above. */
  @IdField({ optional: true })
  parent?: string;
}

/** Which bodies to list. */
export class BodiesQuery extends PageQuery {
  @ChoiceField(BODY_KINDS, { optional: true })
  kind?: string;

  @IdField({ optional: true })
  territory?: string;

  /** A part of the name, in any language. */
  @TextField({ max: 200, optional: true })
  q?: string;
}
