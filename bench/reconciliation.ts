/** Which lines of the bank settle by themselves, and how many of those wrongly, over twenty invented companies in each kind of statement. */
import { type Bank, BANKS, bankWorld } from '../worlds/bank/index.ts'
import type { Figure, Measure } from './figures.ts'
import { digitsOnly, firstNumberContained, ours } from './reconciliation/matchers.ts'
import { live, type Matcher, type Score } from './reconciliation/story.ts'

const SEEDS = 20
/** The ways of others are slow and steady: a few seeds tell. */
const SEEDS_OF_OTHERS = 4

export const reconciliation: Measure = {
  about:
    'bank lines of 18 months and 300 customers, 20 seeds in each kind of statement: settled alone, wrongly, right answer first and in three',
  run: async ({ say }) =>
    BANKS.flatMap((bank) => {
      say(`reconciliation: ${bank}…`)
      const [here, contained, digits] = [
        scoreOf(ours, bank, SEEDS, say),
        scoreOf(firstNumberContained, bank, SEEDS_OF_OTHERS),
        scoreOf(digitsOnly, bank, SEEDS_OF_OTHERS),
      ]
      const others = (tell: (score: Score) => string) => `first number contained: ${tell(contained)}; digits only: ${tell(digits)}`
      const share = (part: number, { lines }: Score) => `${((100 * part) / lines).toFixed(1)} %`
      const figure = (what: string, value: number, unit: string, target: string, peer: string): Figure => ({
        what: `${bank}, ${what}`,
        value,
        unit,
        target,
        peer,
      })
      const percent = (part: number): number => (100 * part) / here.lines
      return [
        figure('lines', here.lines + here.others, '', '', ''),
        figure(
          'settled alone',
          percent(here.automatic),
          '%',
          '≥ 85',
          others((score) => share(score.automatic, score)),
        ),
        figure(
          'wrongly',
          here.wrong,
          'lines',
          '≤ 0',
          others((score) => share(score.wrong, score)),
        ),
        figure(
          'right answer first',
          percent(here.first),
          '%',
          '≥ 97',
          others((score) => share(score.first, score)),
        ),
        figure(
          'right answer in three',
          percent(here.inThree),
          '%',
          '≥ 99',
          others((score) => share(score.inThree, score)),
        ),
      ]
    }),
}

function scoreOf(matcher: Matcher, bank: Bank, seeds: number, say: (line: string) => void = () => undefined): Score {
  const total: Score = { lines: 0, automatic: 0, wrong: 0, first: 0, inThree: 0, others: 0, faults: [] }
  for (let seed = 1; seed <= seeds; seed += 1) {
    const score = live(bankWorld(seed, bank), matcher)
    for (const key of ['lines', 'automatic', 'wrong', 'first', 'inThree', 'others'] as const) total[key] += score[key]
    for (const fault of score.faults) say(`  seed ${seed}: ${fault}`)
  }
  return total
}
