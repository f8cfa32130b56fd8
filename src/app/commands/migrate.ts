import { openInstallation } from '../open.ts'
import { readArguments } from './arguments.ts'
import { print, say } from './say.ts'

export async function run(args: readonly string[]): Promise<number> {
  readArguments(args, {})
  const installation = await openInstallation()
  const { migrations } = installation.story
  print(
    migrations.length === 0 ? say('Le schéma est à jour.', 'The schema is up to date.') : migrations.map((name) => `✓ ${name}`).join('\n'),
  )
  await installation.close()
  return 0
}
