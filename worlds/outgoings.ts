/** What leaves the account, so that a statement looks like one: suppliers, wages, taxes, rent, bank charges. */
import { type Day, addDays, addMonths, endOfMonth, monthOf, startOfMonth, weekday, yearOf } from '#core/day'
import { type Cents, toCents } from '#core/money'
import { workingDayFrom, workingDayUpTo } from '#core/working-day'
import type { Chance } from './chance.ts'
import type { BankLine, BankTruth } from './plan.ts'

export type Movement = Omit<BankLine, 'key' | 'bookedOn' | 'valueOn' | 'amount'> & { readonly on: Day; readonly amountCents: Cents }

type OutgoingKind = Exclude<BankTruth['kind'], 'customer-transfer' | 'deposit' | 'own-transfer'>

/** Every month, within a tenth of the sum. */
const MONTHLY: readonly (readonly [dayOfMonth: number, kind: OutgoingKind, label: string, euros: number])[] = [
  [1, 'overhead', 'PRLV SEPA SCI DES TROIS SCIES LOYER ATELIER', 3_150],
  [3, 'fee', 'COMMISSION MONETIQUE COMMERCANT', 31],
  [5, 'fee', 'COTISATION FORFAIT PRO ARMOR', 42],
  [5, 'tax', 'PRLV SEPA URSSAF BRETAGNE COTISATIONS', 11_900],
  [7, 'overhead', 'PRLV SEPA ENERGIE PENN AR BED ELECTRICITE', 1_140],
  [10, 'overhead', 'PRLV SEPA LEASING GRANIT CREDIT BAIL TOUPIE', 890],
  [12, 'overhead', 'PRLV SEPA MUTUELLE DES BOISERIES', 640],
  [15, 'overhead', 'PRLV SEPA TELECOM ARGOAT', 118],
  [20, 'overhead', 'ECH PRET 00471 BANQUE DE L ARGOAT', 2_380],
  [22, 'overhead', 'PRLV SEPA CARTE CARBURANT MENEZ', 870],
  [25, 'fee', 'FRAIS TENUE DE COMPTE', 18],
]

const EMPLOYEES = ['LE BIHANNIC', 'TOUDIC', 'HERVIAUX', 'PIRIOU', 'MENGUY', 'RIOUALLON', 'YHUEL', 'ABGRALL', 'CARADEUC']
const NET_WAGE_EUROS = 2_080
const VAT_SHARE_OF_RECEIPTS = 0.075
const SUPPLIES_SHARE_OF_RECEIPTS = 0.47

const THURSDAY = 4

const SUPPLIERS = [
  'PRLV SEPA SCIERIE DU BOIS ROUVRE',
  'VIR EMIS PANNEAUX DE CORNOUAILLE',
  'PRLV SEPA VITRAGES TREGOR',
  'PAIEMENT CB QUINCAILLERIE KERGROAS',
  'PRLV SEPA VERNIS ET LASURES JEHAN',
  'VIR EMIS FERRURES SAINT-ELOI',
]

/** What came in between two days, both included. */
export type Received = (from: Day, to: Day) => Cents

export function outgoingsOf(from: Day, to: Day, received: Received, chance: Chance): Movement[] {
  const movements: Movement[] = []
  for (let month = startOfMonth(from); month <= to; month = addMonths(month, 1)) {
    movements.push(...billsOf(month, chance), ...wagesOf(month, chance), vatOf(month, received))
  }
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekday(day) === THURSDAY) movements.push(...suppliesOf(day, received, chance))
  }
  return movements.filter((movement) => movement.on >= from && movement.on <= to && movement.amountCents < 0n)
}

function billsOf(month: Day, chance: Chance): Movement[] {
  return MONTHLY.map(([dayOfMonth, kind, label, euros]) => ({
    on: workingDayFrom(addDays(month, dayOfMonth - 1)),
    amountCents: outCents(euros * (0.95 + chance.next() / 10)),
    label,
    truth: { kind },
  }))
}

function wagesOf(month: Day, chance: Chance): Movement[] {
  const on = workingDayUpTo(endOfMonth(month))
  return EMPLOYEES.map((name) => ({
    on,
    amountCents: outCents(NET_WAGE_EUROS * (0.85 + chance.next() * 0.4)),
    label: `VIR EMIS ${name} SALAIRE ${String(monthOf(month)).padStart(2, '0')} ${yearOf(month)}`,
    truth: { kind: 'payroll' },
  }))
}

/** The VAT of a month is paid around the 20th of the next one. */
function vatOf(month: Day, received: Received): Movement {
  const before = addMonths(month, -1)
  const amountCents = outCents((Number(received(before, endOfMonth(before))) / 100) * VAT_SHARE_OF_RECEIPTS)
  return { on: workingDayFrom(addDays(month, 19)), amountCents, label: 'PRLV SEPA DGFIP TVA', truth: { kind: 'tax' } }
}

/** Wood, glass, hinges: in proportion to what came in over four weeks, in a few debits. */
function suppliesOf(day: Day, received: Received, chance: Chance): Movement[] {
  const weeklyEuros = Number(received(addDays(day, -28), day)) / 400
  const count = chance.whole(2, 5)
  return chance
    .shuffled(SUPPLIERS)
    .slice(0, count)
    .map((label) => ({
      on: workingDayFrom(addDays(day, -chance.whole(0, 2))),
      amountCents: outCents((weeklyEuros * SUPPLIES_SHARE_OF_RECEIPTS * (0.6 + chance.next() * 0.8)) / count),
      label: `${label} ${chance.digits(6)}`,
      truth: { kind: 'supplier' },
    }))
}

const outCents = (euros: number): Cents => toCents(-Math.round(euros * 100))
