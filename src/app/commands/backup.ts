import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeBackup } from '../backup.ts'
import { openInstallation } from '../open.ts'
import { readArguments } from './arguments.ts'
import { figure, print, say } from './say.ts'
import { UsageError } from './usage-error.ts'

export async function run(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: { force: 'boolean' }, words: 1 })
  const [file] = words
  if (file === undefined) throw new UsageError(say('Indiquez le fichier.', 'Name the file.'))
  const path = resolve(file)
  if (existsSync(path) && values.force !== true) {
    throw new UsageError(
      say(
        `${path} existe déjà : choisissez un autre nom, ou ajoutez --force pour le remplacer.`,
        `${path} exists already: choose another name, or add --force to replace it.`,
      ),
    )
  }
  const unfinished = `${path}.partial`
  const installation = await openInstallation()
  try {
    const rows = await writeBackup(installation.database.ownerPool, unfinished, { secret: installation.secret, at: new Date() })
    renameSync(unfinished, path)
    const megabytes = figure(statSync(path).size / 1_000_000, 1)
    print(
      say(
        `✓ ${path} : ${figure(rows)} lignes, ${megabytes} Mo. Gardez ce fichier à l’abri : il contient tout.`,
        `✓ ${path}: ${figure(rows)} rows, ${megabytes} MB. Keep this file safe: it holds everything.`,
      ),
    )
    return 0
  } finally {
    rmSync(unfinished, { force: true })
    await installation.close()
  }
}
