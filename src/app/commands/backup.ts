import { renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeBackup } from '../backup.ts'
import { openInstallation } from '../open.ts'
import { print, say } from './say.ts'
import { UsageError } from './usage-error.ts'

export async function run([file]: readonly string[]): Promise<number> {
  if (file === undefined) throw new UsageError(say('Indiquez le fichier.', 'Name the file.'))
  const path = resolve(file)
  const unfinished = `${path}.partial`
  const installation = await openInstallation()
  try {
    const rows = await writeBackup(installation.database.ownerPool, unfinished, { secret: installation.secret, at: new Date() })
    renameSync(unfinished, path)
    const megabytes = (statSync(path).size / 1_000_000).toFixed(1)
    print(
      say(
        `✓ ${path} : ${rows} lignes, ${megabytes} Mo. Gardez ce fichier à l’abri : il contient tout.`,
        `✓ ${path}: ${rows} rows, ${megabytes} MB. Keep this file safe: it holds everything.`,
      ),
    )
    return 0
  } finally {
    rmSync(unfinished, { force: true })
    await installation.close()
  }
}
