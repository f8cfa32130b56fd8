/** The command `encours`: one table of commands, each its own file, read only when it is asked for. */
import { sentencesOf } from './command-failures.ts'
import { print, say } from './commands/say.ts'
import { UsageError } from './commands/usage-error.ts'

type Run = (args: readonly string[]) => Promise<number>
type Command = {
  /** What is typed after `encours`. */
  readonly usage: string
  /** Where it differs. */
  readonly usageEn?: string
  readonly fr: string
  readonly en: string
  load(): Promise<{ readonly run: Run }>
}

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
    usage: 'backup <fichier> [--force]',
    usageEn: 'backup <file> [--force]',
    fr: 'sauvegarde tout dans un fichier, pendant que l’on travaille ; --force remplace un fichier qui existe',
    en: 'saves everything to a file, while people work; --force replaces a file that exists',
    load: () => import('./commands/backup.ts'),
  },
  restore: {
    usage: 'restore <fichier>',
    usageEn: 'restore <file>',
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
  einvoice: {
    usage: 'einvoice check|show|convert|extract|pack <fichier>…',
    usageEn: 'einvoice check|show|convert|extract|pack <file>…',
    fr: 'contrôle, montre, convertit des factures électroniques, joint ou extrait leur XML ; « einvoice help » dit comment ; sans installation',
    en: 'checks, shows and converts electronic invoices, attaches or extracts their XML; “einvoice help” tells how; needs no installation',
    load: () => import('./commands/einvoice.ts'),
  },
  bank: {
    usage: 'bank read <fichier>…',
    usageEn: 'bank read <file>…',
    fr: 'lit des relevés bancaires (camt, CFONB, MT940, OFX, QIF, CSV, XLSX, zip ; --json, --csv) ; sans installation',
    en: 'reads bank statements (camt, CFONB, MT940, OFX, QIF, CSV, XLSX, zip; --json, --csv); needs no installation',
    load: () => import('./commands/bank.ts'),
  },
}

const ASKS_FOR_HELP: ReadonlySet<string> = new Set(['help', '--help', '-h'])

/** Runs one command and returns the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommand([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    const asked = ASKS_FOR_HELP.has(name)
    print(asked ? help() : `${say(`Commande inconnue : ${name}.`, `Unknown command: ${name}.`)}\n${help()}`)
    return asked ? 0 : 2
  }
  try {
    const { run } = await command.load()
    return await run(args)
  } catch (error) {
    if (error instanceof UsageError) {
      print(`${error.message}\nencours ${usageOf(command)}`.trim())
      return 2
    }
    const sentences = sentencesOf(error)
    const surprise = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${sentences ? say(sentences.fr, sentences.en) : surprise}\n`)
    return 1
  }
}

function help(): string {
  const rows = Object.values(COMMANDS).map((command) => `  encours ${usageOf(command).padEnd(26)} ${say(command.fr, command.en)}`)
  return `${say('Commandes :', 'Commands:')}\n${rows.join('\n')}`
}

const usageOf = ({ usage, usageEn }: Command): string => say(usage, usageEn ?? usage)
