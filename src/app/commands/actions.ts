/** A command that has several actions: `einvoice check`, `bank read`. Each is its own file, read only when it is asked for. */
import { print, say } from './say.ts'
import { UsageError } from './usage-error.ts'

type Run = (args: readonly string[]) => Promise<number>
export type Actions = Readonly<
  Record<
    string,
    {
      /** What is typed after `encours` and the command. */
      readonly usage: readonly [fr: string, en: string]
      readonly what: readonly [fr: string, en: string]
      load(): Promise<Run>
    }
  >
>

/** Runs one action; without any, or for `help`, tells them all. */
export async function runAction(command: string, actions: Actions, [name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    for (const { usage, what } of Object.values(actions)) print(`encours ${command} ${say(...usage)}\n    ${say(...what)}`)
    return name === undefined ? 2 : 0
  }
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new UsageError(say(`« ${name} » n’est pas une action.`, `“${name}” is no action.`))
  if (args.includes('--help')) {
    print(`encours ${command} ${say(...action.usage)}\n    ${say(...action.what)}`)
    return 0
  }
  try {
    return await (
      await action.load()
    )(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`${error.message}\nencours ${command} ${say(...action.usage)}`)
  }
}
