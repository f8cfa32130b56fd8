/** Three hundred customers, each with a way to order, to pay, and to say what it pays. */
import type { Chance } from '../chance.ts'
import { inventIban, unaccented } from '../identifiers.ts'
import { familyNames, firstNames } from '../names.ts'

export type Payer = {
  readonly id: string
  readonly name: string
  /** As its bank knows it: mostly the name, sometimes a trade name that says nothing. */
  readonly bankName: string
  readonly iban: string
  readonly invoicesAMonth: number
  /** In euros; a subscription has one amount for ever. */
  readonly usualAmount: number
  readonly isSubscription: boolean
  /** Pays once a month everything that is due. */
  readonly paysByMonth: boolean
  /** How often it writes the number of what it pays. */
  readonly namesInvoices: number
  /** Days after the due day: the middle and the spread. */
  readonly delay: { readonly middle: number; readonly spread: number }
}

const TRADES = [
  'Menuiserie',
  'Charpente',
  'Garage',
  'Imprimerie',
  'Conserverie',
  'Brasserie',
  'Transports',
  'Librairie',
  'Ambulances',
  'Pharmacie',
  'Cabinet',
  'Scierie',
  'Boulangerie',
  'Plomberie',
  'Électricité',
  'Jardins',
  'Hôtel',
  'Clinique',
  'Laboratoire',
  'Maçonnerie',
]
const FORMS = ['SARL', 'SAS', 'EURL', '', '', 'SA']
/** The first letters of the name stand on the line for 78 % of the payers (measured on an industrial company). */
const KNOWN_BY_NAME = 0.78
const SUBSCRIPTIONS = 0.15
const BY_MONTH = 0.22

export function payersOf(count: number, chance: Chance): Payer[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, index) => payerOf(`customer-${index + 1}`, chance.fork(`payer ${index}`), taken))
}

function payerOf(id: string, chance: Chance, taken: Set<string>): Payer {
  const name = newName(chance, taken)
  const isSubscription = chance.happens(SUBSCRIPTIONS)
  return {
    id,
    name,
    bankName: chance.happens(KNOWN_BY_NAME)
      ? name
      : `${chance.pick(familyNames)} ${chance.pick(['Holding', 'Groupe', 'Gestion', 'Invest'])}`,
    iban: inventIban(chance),
    invoicesAMonth: isSubscription ? 1 : 0.3 + 1.9 * chance.next() ** 2,
    usualAmount: isSubscription ? chance.pick([49, 79, 99, 120, 149, 250]) : Math.round(60 * Math.exp(3.6 * chance.next())),
    isSubscription,
    paysByMonth: !isSubscription && chance.happens(BY_MONTH),
    namesInvoices: chance.pick([0, 0.1, 0.5, 0.7, 0.9, 1, 1, 1]),
    delay: chance.pick([
      { middle: -2, spread: 3 },
      { middle: 0, spread: 2 },
      { middle: 1, spread: 6 },
      { middle: 14, spread: 10 },
      { middle: 24, spread: 22 },
    ]),
  }
}

function newName(chance: Chance, taken: Set<string>): string {
  for (;;) {
    const person = chance.happens(0.12) ? `${chance.pick(firstNames)} ${chance.pick(familyNames)}` : undefined
    const name = person ?? [chance.pick(FORMS), chance.pick(TRADES), chance.pick(familyNames)].filter((part) => part !== '').join(' ')
    const bare = unaccented(name)
    if (taken.has(bare)) continue
    taken.add(bare)
    return name
  }
}
