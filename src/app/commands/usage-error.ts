/** The command was not understood: its usage is shown, after this sentence if there is one. */
export class UsageError extends Error {}
