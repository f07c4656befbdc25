import { CountField } from '../platform/http/index.js';

/** That I know what is new. */
export class SeenRequest {
  /** The `upTo` with which I read it: what came since then stays new. */
  @CountField({ min: 0, max: Number.MAX_SAFE_INTEGER })
  upTo!: number;
}
