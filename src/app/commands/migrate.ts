import type { Command } from '../cli.ts'
import { openInstallation } from '../open.ts'
import { print, say } from './say.ts'

export const migrateCommand: Command = {
  usage: 'migrate',
  fr: 'met le schéma de la base à jour',
  en: 'brings the database schema up to date',
  run: async () => {
    const installation = await openInstallation()
    const { migrations } = installation.story
    print(migrations.length === 0 ? say('Le schéma est à jour.', 'The schema is up to date.') : migrations.map((name) => `✓ ${name}`).join('\n'))
    await installation.close()
    return 0
  },
}
