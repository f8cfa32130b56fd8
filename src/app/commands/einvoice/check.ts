import { type Examination, examineFile, type MessageExamination, type Schemas, schemasIn, shownValue, tellMessage } from '#einvoice'
import { readConfig } from '#platform/config'
import { readArguments } from '../arguments.ts'
import { language, print, say, speak } from '../say.ts'
import { UsageError } from '../usage-error.ts'
import { eachFile, LONGEST_SHOWN } from '../files/each-file.ts'
import { ALL_WELL, sentenceFor, SOME_WRONG, type Unread } from '../files/unread.ts'
import { localeOf } from './choice.ts'
import { INVOICES } from './invoices.ts'

type Examined = Examination | MessageExamination
type Told = (file: string, outcome: Examined | Unread) => void

/** Judges each file; one line of JSON a file, or a few lines a person reads. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, {
    options: { json: 'boolean', schemas: 'string', fr: 'boolean', en: 'boolean' },
    words: Infinity,
  })
  speak(localeOf(values))
  const tell: Told = values.json === true ? tellMachine : tellPerson
  const schemas = schemasOf(values.schemas)
  const counts = { valid: 0, invalid: 0, unreadable: 0 }
  const count = (outcome: keyof typeof counts): void => {
    counts[outcome] += 1
    progress(counts)
  }
  const code = await eachFile(words, {
    ...INVOICES,
    work: (file, bytes) => {
      const examination = examineFile(bytes, { schemas })
      tell(file, examination)
      count(examination.verdict)
      return examination.verdict === 'valid' ? ALL_WELL : SOME_WRONG
    },
    unreadable: (file, why) => {
      tell(file, why)
      count('unreadable')
    },
  })
  conclude(counts)
  return code
}

/** The official schemas, of the folder named here or in the settings. One that holds none is a mistake, not a reason to judge without. */
function schemasOf(named: string | undefined): Schemas | undefined {
  const folder = named ?? readConfig().schemasDir
  if (folder === undefined) return undefined
  const schemas = schemasIn(folder)
  if (schemas.names.length > 0) return schemas
  const shown = shownValue(folder)
  throw new UsageError(
    say(
      `${shown} : aucun schéma officiel dans ce dossier. Il en faut un par publication : cii-d22b, ubl-2.1, cdar-d22b, factur-x-1.09.`,
      `${shown}: no official schema in this folder. One for each publication is needed: cii-d22b, ubl-2.1, cdar-d22b, factur-x-1.09.`,
    ),
  )
}

const syntaxOf = ({ reading }: Examined): string => ('message' in reading ? 'CDAR' : reading.syntax)

function profileOf(examined: Examined): string | null {
  if (!('profile' in examined) && 'message' in examined.reading) return examined.reading.message.guideline ?? null
  const { profile, reading } = examined as Examination
  return profile ?? reading.guideline ?? null
}

/** What a machine is given of a value; an attachment found where a code belongs is megabytes of letters. */
const MOST_FOUND = 1_000
const bounded = (text: string | undefined): string | null =>
  text === undefined ? null : text.length > MOST_FOUND ? `${text.slice(0, MOST_FOUND)}…` : text

function tellMachine(file: string, outcome: Examined | Unread): void {
  if ('error' in outcome) {
    const { column = null, line = null, ...why } = outcome
    printJson({ file, syntax: null, profile: null, verdict: 'unreadable', packs: {}, failures: [], ...why, line, column })
    return
  }
  const { failures, packs, verdict } = outcome
  printJson({
    file,
    syntax: syntaxOf(outcome),
    profile: profileOf(outcome),
    verdict,
    packs,
    failures: failures.map(({ en, found, fr, pack, rule, severity, term, ...place }) => ({
      rule,
      pack,
      severity,
      term,
      line: 'line' in place ? (place.line ?? null) : null,
      column: 'column' in place ? (place.column ?? null) : null,
      found: bounded(found),
      fr,
      en,
    })),
  })
}

// Line ends and marks that terminals and logs obey, and JSON leaves as they are.
const OBEYED = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g

const printJson = (value: object): void =>
  print(JSON.stringify(value).replaceAll(OBEYED, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`))

function tellPerson(file: string, outcome: Examined | Unread): void {
  const name = shownValue(file, LONGEST_SHOWN)
  if ('error' in outcome) {
    print(`? ${name}\n    ${sentenceFor(outcome)}`)
    return
  }
  const { failures, verdict } = outcome
  const profile = 'profile' in outcome ? outcome.profile : undefined
  print(`${verdict === 'valid' ? '✓' : '✗'} ${name}  ${syntaxOf(outcome)}${profile === undefined ? '' : `, ${profile}`}`)
  if ('message' in outcome.reading) for (const sentence of tellMessage(outcome.reading.message, language())) print(`    ${sentence}`)
  const width = Math.max(0, ...failures.map(({ rule }) => rule.length))
  for (const failure of failures) {
    const place = 'line' in failure && failure.line !== undefined ? `${failure.line}:${failure.column}` : ''
    const weight = failure.severity === 'fatal' ? '✗' : '!'
    print(`    ${weight} ${failure.rule.padEnd(width)} ${place.padEnd(9)} ${sentenceFor(failure)}`)
  }
}

type Counts = { readonly valid: number; readonly invalid: number; readonly unreadable: number }

const REPORT_EVERY = 500

function progress({ invalid, unreadable, valid }: Counts): void {
  const done = valid + invalid + unreadable
  if (done % REPORT_EVERY === 0) process.stderr.write(`${done}…\n`)
}

function conclude({ invalid, unreadable, valid }: Counts): void {
  if (valid + invalid + unreadable < 2) return
  process.stderr.write(
    `${say(
      `${valid} conformes, ${invalid} avec des erreurs, ${unreadable} illisibles`,
      `${valid} valid, ${invalid} with errors, ${unreadable} unreadable`,
    )}\n`,
  )
}
