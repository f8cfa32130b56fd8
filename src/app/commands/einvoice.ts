import { say } from './say.ts'
import { UsageError } from './usage-error.ts'

type Run = (args: readonly string[]) => Promise<number>

const ACTIONS: Readonly<Record<string, () => Promise<Run>>> = {
  check: async () => (await import('./einvoice/check.ts')).check,
  extract: async () => (await import('./einvoice/extract.ts')).extract,
}

/** Electronic invoices as files: needs no database and no installation. */
export async function run([action = '', ...args]: readonly string[]): Promise<number> {
  const load = ACTIONS[action]
  if (!load) throw new UsageError(say(`« ${action} » n’est pas une action.`, `“${action}” is no action.`))
  return (await load())(args)
}
