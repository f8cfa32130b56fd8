import { say } from './say.ts'
import { UsageError } from './usage-error.ts'

type Run = (args: readonly string[]) => Promise<number>

const ACTIONS: Readonly<Record<string, () => Promise<Run>>> = {
  read: async () => (await import('./bank/read.ts')).read,
}

/** Bank statements as files: needs no database and no installation. */
export async function run([action = '', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
  if (!load) throw new UsageError(say(`« ${action} » n’est pas une action.`, `“${action}” is no action.`))
  return (await load())(args)
}
