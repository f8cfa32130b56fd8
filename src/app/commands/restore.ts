import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openInstallation } from '../open.ts'
import { readBackup } from '../restore.ts'
import { verifyAll } from '../verify.ts'
import { print, say } from './say.ts'
import { UsageError } from './usage-error.ts'

export async function run([file]: readonly string[]): Promise<number> {
  if (file === undefined) throw new UsageError(say('Indiquez le fichier.', 'Name the file.'))
  if (!existsSync(file)) throw new UsageError(say(`${file} : introuvable.`, `${file}: not found.`))
  const installation = await openInstallation('alone')
  try {
    const { rows, secret } = await readBackup(installation.database.ownerPool, resolve(file))
    writeFileSync(join(installation.config.dataDir, 'secret'), secret.toString('hex'), { mode: 0o600 })
    print(say(`✓ ${rows} lignes restaurées`, `✓ ${rows} rows restored`))
    const verdicts = await verifyAll(installation.database)
    const faults = verdicts.flatMap((verdict) => verdict.faults.map((fault) => `  ✗ ${verdict.company}: ${fault}`))
    print(faults.length === 0 ? say('✓ tout concorde', '✓ everything agrees') : faults.join('\n'))
    return faults.length === 0 ? 0 : 1
  } finally {
    await installation.close()
  }
}
