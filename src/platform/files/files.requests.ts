import { TextField } from '../http/index.js';

/** Far more than a name may have: what is too long is refused like any other wrong name. */
const MOST = 2_000;

/** How an uploaded file is called. */
export class UploadQuery {
  /** The name of the file with its ending, 1 to 255 characters; kept exactly as it is, or refused. */
  @TextField({ min: 0, max: MOST })
  name!: string;
}
