import { statfs } from 'node:fs/promises'

/**
 * Why the database did not start, by name, with one sentence for the person who started it. These sentences appear on a terminal, before
 * any company or language is known: both languages are always given.
 */
type Sentences = { fr: string; en: string }

const SENTENCES = {
  'unsupported-platform': ({ platform }: { platform: string }) => ({
    fr: `La base intégrée ne fonctionne pas sur ${platform} : indiquez un serveur PostgreSQL dans DATABASE_URL.`,
    en: `The embedded database does not run on ${platform}: name a PostgreSQL server in DATABASE_URL.`,
  }),
  'no-binaries': ({ place, reason }: { place: string; reason: string }) => ({
    fr: `Les programmes de PostgreSQL ne sont pas utilisables (${place} : ${reason}) : relancez npm ci, ou indiquez dans PG_BIN le dossier bin d’un PostgreSQL installé.`,
    en: `The PostgreSQL programs cannot be used (${place}: ${reason}): run npm ci again, or set PG_BIN to the bin folder of an installed PostgreSQL.`,
  }),
  'not-writable': ({ folder, reason }: { folder: string; reason: string }) => ({
    fr: `Le dossier de données ${folder} ne peut pas être écrit (${reason}) : changez ses droits ou choisissez un autre dossier.`,
    en: `The data folder ${folder} cannot be written (${reason}): change its permissions or choose another folder.`,
  }),
  'disk-full': ({ folder }: { folder: string }) => ({
    fr: `Le disque du dossier de données ${folder} est plein : libérez de la place puis relancez Encours, rien n’est perdu.`,
    en: `The disk of the data folder ${folder} is full: free some space and start Encours again, nothing is lost.`,
  }),
  'wrong-version': ({ folder, found, expected }: { folder: string; found: string; expected: string }) => ({
    fr: `Les données de ${folder} ont été créées par PostgreSQL ${found}, et celui-ci est PostgreSQL ${expected} : indiquez dans PG_BIN le dossier bin d’un PostgreSQL ${found} (ou retirez PG_BIN s’il en désigne un autre), exportez, puis importez dans un dossier neuf.`,
    en: `The data in ${folder} was made by PostgreSQL ${found}, and this is PostgreSQL ${expected}: set PG_BIN to the bin folder of a PostgreSQL ${found} (or remove PG_BIN if it names another), export, then import into a new folder.`,
  }),
  'not-a-cluster': ({ folder }: { folder: string }) => ({
    fr: `${folder} existe mais ne contient pas de base PostgreSQL : restaurez une sauvegarde, ou écartez ce dossier pour repartir de zéro.`,
    en: `${folder} exists but holds no PostgreSQL database: restore a backup, or move this folder away to start afresh.`,
  }),
  'already-running': ({ folder, holder }: { folder: string; holder: string }) => ({
    fr: `Encours utilise déjà le dossier de données ${folder} (processus ${holder}) : arrêtez-le d’abord, ou choisissez un autre dossier.`,
    en: `Encours already uses the data folder ${folder} (process ${holder}): stop it first, or choose another folder.`,
  }),
  'start-failed': ({ said, logFile }: { said: string; logFile?: string | undefined }) => ({
    fr: `La base de données n’a pas démarré : ${said}${logFile === undefined ? '' : ` (journal : ${logFile})`}.`,
    en: `The database did not start: ${said}${logFile === undefined ? '' : ` (log: ${logFile})`}.`,
  }),
} satisfies Record<string, (facts: never) => Sentences>

export type DatabaseStartCode = keyof typeof SENTENCES
type FactsOf<Code extends DatabaseStartCode> = Parameters<(typeof SENTENCES)[Code]>[0]

export class DatabaseStartError extends Error {
  readonly code: DatabaseStartCode
  readonly sentences: Sentences

  constructor(code: DatabaseStartCode, sentences: Sentences, options?: ErrorOptions) {
    super(`${code}: ${sentences.en}`, options)
    this.name = 'DatabaseStartError'
    this.code = code
    this.sentences = sentences
  }
}

export function startError<Code extends DatabaseStartCode>(code: Code, facts: FactsOf<Code>, cause?: unknown): DatabaseStartError {
  const sentence = SENTENCES[code] as (facts: FactsOf<Code>) => Sentences
  return new DatabaseStartError(code, sentence(facts), cause === undefined ? undefined : { cause })
}

/** The system's own name for what went wrong (`EACCES`), or the message when it has none. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

/** Runs a step that writes in `folder`, and names its failure. */
export async function writingIn<T>(folder: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error
    if (reasonOf(error) === 'ENOSPC') throw startError('disk-full', { folder }, error)
    throw startError('not-writable', { folder, reason: reasonOf(error) }, error)
  }
}

/** Less than one journal segment left. */
const DISK_FULL_BYTES = 16_777_216

/** A failure of initdb or of the server, named from what it said before it gave up (its log may have had no room for the reason). */
export async function failureFromOutput(output: string, folder: string, logFile?: string): Promise<DatabaseStartError> {
  const disk = await statfs(folder).catch(() => undefined)
  const isFull = disk !== undefined && disk.bavail * disk.bsize < DISK_FULL_BYTES
  if (isFull || /No space left on device|Disk quota exceeded/.test(output)) return startError('disk-full', { folder })
  const said = output.trim().split('\n').filter(Boolean).slice(-4).join(' / ')
  return startError('start-failed', { said: said === '' ? 'no message' : said, logFile })
}
