/** The command `encours`: one table of commands, each its own file, read only when it is asked for. */
import { sentencesOf } from './command-failures.ts'
import { print, say } from './commands/say.ts'
import { UsageError } from './commands/usage-error.ts'

type Run = (args: readonly string[]) => Promise<number>
type Command = { readonly usage: string; readonly fr: string; readonly en: string; load(): Promise<{ readonly run: Run }> }

const COMMANDS: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start [--demo]',
    fr: 'démarre la base, le site et les tâches ; --demo remplit l’entreprise d’exemple',
    en: 'starts the database, the site and the jobs; --demo fills the sample company',
    load: () => import('./commands/start.ts'),
  },
  migrate: {
    usage: 'migrate',
    fr: 'met le schéma de la base à jour',
    en: 'brings the database schema up to date',
    load: () => import('./commands/migrate.ts'),
  },
  demo: {
    usage: 'demo [--invoices N]',
    fr: 'remplit l’entreprise d’exemple ; --invoices ajoute une grande entreprise de N factures, pour mesurer',
    en: 'fills the sample company; --invoices adds a large company of N invoices, to measure',
    load: () => import('./commands/demo.ts'),
  },
  verify: {
    usage: 'verify',
    fr: 'vérifie la piste d’audit, les archives, les numéros, les créances et les écritures',
    en: 'verifies audit trail, archive, numbers, receivables and entries',
    load: () => import('./commands/verify.ts'),
  },
  backup: {
    usage: 'backup <fichier>',
    fr: 'sauvegarde tout dans un fichier, pendant que l’on travaille',
    en: 'saves everything to a file, while people work',
    load: () => import('./commands/backup.ts'),
  },
  restore: {
    usage: 'restore <fichier>',
    fr: 'restaure une sauvegarde dans une base neuve, puis vérifie tout',
    en: 'restores a backup into a new database, then verifies everything',
    load: () => import('./commands/restore.ts'),
  },
  user: {
    usage: 'user link|reset <e-mail>',
    fr: 'donne un lien de connexion à usage unique ; reset oublie aussi le mot de passe et les sessions',
    en: 'gives a one-time sign-in link; reset also forgets the password and the sessions',
    load: () => import('./commands/user.ts'),
  },
}

const ASKS_FOR_HELP: ReadonlySet<string> = new Set(['help', '--help', '-h'])

/** Runs one command and returns the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommand([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name]
  if (!command) {
    print(help())
    return ASKS_FOR_HELP.has(name) ? 0 : 2
  }
  try {
    const { run } = await command.load()
    return await run(args)
  } catch (error) {
    if (error instanceof UsageError || isBadOption(error)) {
      print(`${error.message}\nencours ${command.usage}`.trim())
      return 2
    }
    const sentences = sentencesOf(error)
    const surprise = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${sentences ? say(sentences.fr, sentences.en) : surprise}\n`)
    return 1
  }
}

function help(): string {
  const rows = Object.values(COMMANDS).map((command) => `  encours ${command.usage.padEnd(26)} ${say(command.fr, command.en)}`)
  return `${say('Commandes', 'Commands')} :\n${rows.join('\n')}`
}

const isBadOption = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
