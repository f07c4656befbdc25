/** A command line that names no command or not what the command needs: usage is shown. */
export class WrongUsage extends Error {}

/** A refusal that an operator can act on, in his words. */
export class Refusal extends Error {}
