/**
 * `npm run conformance`: our verdicts beside those of the official rules, document by document and rule by rule. Ends with 1 when less agrees than
 * must, with 0 and a word when the corpora are absent.
 */
import { ABSENT, allCases, hasCorpora, OFFICIAL_PACKS } from './conformance/corpora.ts'
import { reportOn, SETS, shareOf, THRESHOLDS } from './conformance/report.ts'

const percent = (share: number): string => `${(Math.floor(share * 100_000) / 1000).toFixed(3)} %`

const say = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}

function print(): void {
  const { agreements, rules, disagreeing, unreadable } = reportOn(allCases())
  say('set              syntax  pack      documents  agreeing  with reason  share       no official verdict')
  for (const { set, syntax, pack, documents, agreeing, reasoned, alone } of agreements) {
    say(
      `${set.padEnd(15)}  ${syntax}     ${pack.padEnd(8)}  ${String(documents).padStart(9)}  ${String(agreeing).padStart(8)}  ${String(reasoned).padStart(11)}  ${percent(documents === 0 ? 1 : agreeing / documents).padStart(10)}  ${String(alone).padStart(19)}`,
    )
  }
  for (const set of SETS) {
    for (const pack of OFFICIAL_PACKS) {
      const share = shareOf(agreements, set, pack)
      const isEnough = share >= THRESHOLDS[set]
      if (!isEnough) process.exitCode = 1
      say(`${set}, ${pack}: ${percent(share)}, at least ${percent(THRESHOLDS[set])} ${isEnough ? '✓' : '✗'}`)
    }
  }
  say('\npack      rule                        syntax  agreed  missed  added')
  for (const { pack, rule, syntax, agreed, missed, added } of rules) {
    const figures = [agreed, missed, added].map((times) => String(times).padStart(6)).join('  ')
    say(`${pack.padEnd(8)}  ${rule.padEnd(26)}  ${syntax}     ${figures}`)
  }
  say(`\nDocuments that differ: ${disagreeing.length}`)
  for (const { case: subject, pack, disagreements } of disagreeing) {
    say(`${subject.name} [${pack}]`)
    for (const { rule, kind, reason } of disagreements) say(`    ${rule} ${kind}${reason === undefined ? '' : `: ${reason}`}`)
  }
  say(`\nUnreadable: ${unreadable.length}`)
  for (const name of unreadable) say(name)
}

if (process.argv[2] === 'bank') (await import('./conformance/bank.ts')).printBank()
else if (hasCorpora) print()
else say(ABSENT)
