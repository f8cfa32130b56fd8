import { type Examination, examine } from '#einvoice'
import { readArguments } from '../arguments.ts'
import { print, say } from '../say.ts'
import { eachFile } from '../files/each-file.ts'
import { ALL_WELL, sentenceFor, SOME_WRONG, type Unread } from '../files/unread.ts'
import { sentenceOf } from './sentence-of.ts'

type Told = (file: string, outcome: Examination | Unread) => void

/** Judges each file; one line of JSON a file, or a few lines a person reads. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: { json: 'boolean' }, words: Infinity })
  const tell: Told = values.json === true ? tellMachine : tellPerson
  const counts = { valid: 0, invalid: 0, unreadable: 0 }
  const count = (outcome: keyof typeof counts): void => {
    counts[outcome] += 1
    progress(counts)
  }
  const code = await eachFile(words, {
    sentenceOf,
    work: (file, bytes) => {
      const examination = examine(bytes)
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

function tellMachine(file: string, outcome: Examination | Unread): void {
  if ('error' in outcome) {
    print(JSON.stringify({ file, syntax: null, profile: null, verdict: 'unreadable', packs: {}, failures: [], ...outcome }))
    return
  }
  const { failures, packs, profile, reading, verdict } = outcome
  print(
    JSON.stringify({
      file,
      syntax: reading.syntax,
      profile: profile ?? reading.guideline ?? null,
      verdict,
      packs,
      failures: failures.map(({ en, found, fr, pack, rule, severity, term, ...place }) => ({
        rule,
        pack,
        severity,
        term,
        line: 'line' in place ? place.line : null,
        column: 'column' in place ? place.column : null,
        found: found ?? null,
        fr,
        en,
      })),
    }),
  )
}

function tellPerson(file: string, outcome: Examination | Unread): void {
  if ('error' in outcome) {
    print(`? ${file}\n    ${sentenceFor(outcome)}`)
    return
  }
  const { failures, profile, reading, verdict } = outcome
  print(`${verdict === 'valid' ? '✓' : '✗'} ${file}  ${reading.syntax}${profile === undefined ? '' : `, ${profile}`}`)
  for (const failure of failures) {
    const place = 'line' in failure && failure.line !== undefined ? `${failure.line}:${failure.column}` : ''
    const weight = failure.severity === 'fatal' ? '✗' : '!'
    print(`    ${weight} ${failure.rule.padEnd(18)} ${place.padEnd(9)} ${sentenceFor(failure)}`)
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
