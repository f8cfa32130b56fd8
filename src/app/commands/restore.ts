import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openInstallation } from '../open.ts'
import { readBackup } from '../restore.ts'
import { verifyAll } from '../verify.ts'
import { readArguments } from './arguments.ts'
import { figure, print, say } from './say.ts'
import { UsageError } from './usage-error.ts'

export async function run(args: readonly string[]): Promise<number> {
  const [file] = readArguments(args, { words: 1 }).words
  if (file === undefined) throw new UsageError(say('Indiquez le fichier.', 'Name the file.'))
  if (!existsSync(file)) throw new UsageError(say(`${file} : introuvable.`, `${file}: not found.`))
  const installation = await openInstallation('alone')
  try {
    const { rows, secret } = await readBackup(installation.database.ownerPool, resolve(file))
    writeFileSync(join(installation.config.dataDir, 'secret'), secret.toString('hex'), { mode: 0o600 })
    print(say(`✓ ${figure(rows)} lignes restaurées`, `✓ ${figure(rows)} rows restored`))
    const verdicts = await verifyAll(installation.database)
    const faults = verdicts.flatMap((verdict) =>
      verdict.faults.map((fault) => say(`  ✗ ${verdict.company} : ${fault}`, `  ✗ ${verdict.company}: ${fault}`)),
    )
    print(faults.length === 0 ? say('✓ tout concorde', '✓ everything agrees') : faults.join('\n'))
    return faults.length === 0 ? 0 : 1
  } finally {
    await installation.close()
  }
}
