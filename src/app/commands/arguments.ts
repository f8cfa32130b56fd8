/** What was typed after a command: its options and its words. What it does not know is refused in a sentence, never passed over. */
import { parseArgs } from 'node:util'
import { say } from './say.ts'
import { UsageError } from './usage-error.ts'

type Kinds = Readonly<Record<string, 'string' | 'boolean'>>
type Values<K extends Kinds> = { readonly [Name in keyof K]?: K[Name] extends 'string' ? string : boolean }
type Expected<K extends Kinds> = { readonly options?: K; /** How many words at most. */ readonly words?: number }

export function readArguments<const K extends Kinds>(
  args: readonly string[],
  { options, words: most = 0 }: Expected<K>,
): { readonly values: Values<K>; readonly words: readonly string[] } {
  const known: Kinds = options ?? {}
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values: Record<string, string | boolean> = {}
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'option') values[token.name] = optionValue(known[token.name], token)
    if (token.kind !== 'positional') continue
    if (words.length === most) throw new UsageError(say(`« ${token.value} » est de trop.`, `“${token.value}” is one too many.`))
    words.push(token.value)
  }
  return { values: values as Values<K>, words }
}

function optionValue(
  kind: Kinds[string] | undefined,
  { rawName, value }: { rawName: string; value: string | undefined },
): string | boolean {
  if (kind === undefined) throw new UsageError(say(`Option inconnue : ${rawName}.`, `Unknown option: ${rawName}.`))
  if (kind === 'string' && (value === undefined || value === ''))
    throw new UsageError(say(`${rawName} : une valeur est attendue.`, `${rawName}: a value is expected.`))
  if (kind === 'boolean' && value !== undefined)
    throw new UsageError(say(`${rawName} ne prend pas de valeur.`, `${rawName} takes no value.`))
  return value ?? true
}
