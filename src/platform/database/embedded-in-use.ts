/** A second start on the data of a process that lives: stop that one first, or use another data folder. */
export class EmbeddedInUse extends Error {
  override readonly name = 'EmbeddedInUse';

  constructor(
    readonly directory: string,
    readonly ownerPid: number,
  ) {
    super(
      `The embedded database in ${directory} is in use by process ${ownerPid}. ` +
        'Stop that process first, or name another folder in KENES_DATA_DIR.',
    );
  }
}
