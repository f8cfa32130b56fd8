import { createSignInLink, resetPassword } from '#people'
import { openInstallation } from '../open.ts'
import { readArguments } from './arguments.ts'
import { print, say } from './say.ts'
import { UsageError } from './usage-error.ts'

export async function run(args: readonly string[]): Promise<number> {
  const [action, email] = readArguments(args, { words: 2 }).words
  const act = action === 'link' ? createSignInLink : action === 'reset' ? resetPassword : undefined
  if (act === undefined || email === undefined) throw new UsageError()
  const installation = await openInstallation()
  try {
    const link = await act(installation.database, email, new Date())
    if (link === undefined) {
      print(say(`Personne n’a l’adresse ${email}.`, `Nobody has the address ${email}.`))
      return 1
    }
    print(`${installation.config.publicUrl ?? `http://localhost:${installation.config.port}`}${link}`)
    return 0
  } finally {
    await installation.close()
  }
}
