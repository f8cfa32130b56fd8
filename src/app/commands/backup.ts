import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeBackup } from '../backup.ts'
import { RestoreRefused } from '../backup-file.ts'
import type { Command } from '../cli.ts'
import { openInstallation } from '../open.ts'
import { readBackup } from '../restore.ts'
import { verifyAll } from '../verify.ts'
import { print, say } from './say.ts'

const NO_FILE = () => say('Indiquez le fichier.', 'Name the file.')

export const backupCommand: Command = {
  usage: 'backup <fichier>',
  fr: 'sauvegarde tout dans un fichier, pendant que l’on travaille',
  en: 'saves everything to a file, while people work',
  run: async ([file]) => {
    if (file === undefined) {
      print(NO_FILE())
      return 2
    }
    const path = resolve(file)
    const unfinished = `${path}.partial`
    const installation = await openInstallation()
    try {
      const rows = await writeBackup(installation.database.ownerPool, unfinished, { secret: installation.secret, at: new Date() })
      renameSync(unfinished, path)
      const megabytes = (statSync(path).size / 1_000_000).toFixed(1)
      print(say(`✓ ${path} : ${rows} lignes, ${megabytes} Mo. Gardez ce fichier à l’abri : il contient tout.`, `✓ ${path}: ${rows} rows, ${megabytes} MB. Keep this file safe: it holds everything.`))
      return 0
    } finally {
      rmSync(unfinished, { force: true })
      await installation.close()
    }
  },
}

const REFUSED: Record<RestoreRefused['code'], () => string> = {
  'not-a-backup': () => say('Ce fichier n’est pas une sauvegarde d’Encours.', 'This file is not a backup of Encours.'),
  'other-version': () => say('Cette sauvegarde vient d’une autre version : restaurez-la avec cette version, puis mettez à jour.', 'This backup comes from another version: restore it with that version, then upgrade.'),
  'not-empty': () => say('La base contient déjà une entreprise : une sauvegarde se restaure dans une base neuve.', 'The database already holds a company: a backup is restored into a new database.'),
  damaged: () => say('La sauvegarde est incomplète ou abîmée ; rien n’a été restauré.', 'The backup is incomplete or damaged; nothing was restored.'),
}

export const restoreCommand: Command = {
  usage: 'restore <fichier>',
  fr: 'restaure une sauvegarde dans une base neuve, puis vérifie tout',
  en: 'restores a backup into a new database, then verifies everything',
  run: async ([file]) => {
    if (file === undefined || !existsSync(file)) {
      print(NO_FILE())
      return 2
    }
    const installation = await openInstallation('alone')
    try {
      const { rows, secret } = await readBackup(installation.database.ownerPool, resolve(file))
      writeFileSync(join(installation.config.dataDir, 'secret'), secret.toString('hex'), { mode: 0o600 })
      print(say(`✓ ${rows} lignes restaurées`, `✓ ${rows} rows restored`))
      const verdicts = await verifyAll(installation.database)
      const faults = verdicts.flatMap((verdict) => verdict.faults.map((fault) => `  ✗ ${verdict.company}: ${fault}`))
      print(faults.length === 0 ? say('✓ tout concorde', '✓ everything agrees') : faults.join('\n'))
      return faults.length === 0 ? 0 : 1
    } catch (error) {
      if (!(error instanceof RestoreRefused)) throw error
      print(REFUSED[error.code]())
      return 1
    } finally {
      await installation.close()
    }
  },
}
