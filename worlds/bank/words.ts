/** What a line shows of a payment: capitals, cut short, and less of it from one bank to the next. */
import { dayOfMonth, monthOf, yearOf } from '#core/day'
import type { Chance } from '../chance.ts'
import { inventIban } from '../identifiers.ts'
import { bankText } from '../labels.ts'
import { familyNames } from '../names.ts'
import type { Bank, TruthLine } from './model.ts'
import type { Payment } from './payments.ts'

/** `named`: the payer said which invoice it pays. */
export type Shown = Pick<TruthLine, 'texts' | 'counterparty' | 'iban'> & { readonly named: boolean }

/** Measured: three transfers in ten carry an end-to-end id, and most of those say nothing to the one who is paid. */
const WITH_END_TO_END_ID = 0.31
const NUMBER_IN_END_TO_END_ID = 0.2
const NAME_LENGTH: Readonly<Record<Bank, number>> = { camt: 70, cfonb: 35, csv: 24 }
const CFONB_LABEL = 31
const WORDS_LENGTH: Readonly<Record<Bank, number>> = { camt: 140, cfonb: 70, csv: 80 }

export function shownOf(bank: Bank, payment: Payment, thirdParties: readonly ThirdParty[], chance: Chance): Shown {
  const third = payment.shape === 'third-party' ? chance.pick(thirdParties) : undefined
  const name = bankText(third?.name ?? payment.payer.bankName).slice(0, NAME_LENGTH[bank])
  const remittance = remittanceOf(payment, third !== undefined, chance)
  const words = bankText(remittance ?? vague(payment, chance)).slice(0, WORDS_LENGTH[bank])
  const named = remittance !== undefined
  const iban = third?.iban ?? payment.payer.iban
  const label = bankText(`${chance.pick(['VIR SEPA RECU', 'VIR SEPA', 'VIR INST', 'VIREMENT'])} ${name}`)
  if (bank === 'csv') return { named, texts: [`${label} ${words}`.trim().slice(0, WORDS_LENGTH.csv)] }
  if (bank === 'cfonb')
    return {
      named,
      texts: [words, label.slice(0, CFONB_LABEL)].filter((text) => text !== ''),
      ...(chance.happens(0.6) ? { counterparty: name } : {}),
    }
  const endToEndId = chance.happens(WITH_END_TO_END_ID) ? endToEndIdOf(payment, chance) : ''
  return {
    named: named || payment.numbers.some((number) => number === endToEndId),
    texts: [words === '' ? label : words, endToEndId].filter((text) => text !== ''),
    ...(chance.happens(0.95) ? { counterparty: name } : {}),
    ...(chance.happens(0.9) ? { iban } : {}),
  }
}

export type ThirdParty = { readonly name: string; readonly iban: string }

/** Accountants, parents, factors: each pays for several customers. */
export const thirdPartiesOf = (chance: Chance): ThirdParty[] =>
  Array.from({ length: 8 }, () => ({
    name: `${chance.pick(familyNames)} ${chance.pick(['Expertise', 'Affacturage', 'Holding'])}`,
    iban: inventIban(chance),
  }))

/** Nothing when the payer names no invoice. */
function remittanceOf(payment: Payment, isThird: boolean, chance: Chance): string | undefined {
  const { numbers, payer } = payment
  const isNamed =
    numbers.length > 0 &&
    (isThird
      ? chance.happens(0.8)
      : payment.shape === 'wrong-number' || payment.shape === 'transposed' || chance.happens(payer.namesInvoices))
  if (!isNamed) return undefined
  const spelled = chance.pick([
    same,
    same,
    same,
    same,
    (number: string) => number.replaceAll('-', ''),
    (number: string) => number.replaceAll('-', ' '),
  ])
  return `${chance.pick(['FACT ', 'FACTURE ', '', '', 'REGLT ', 'FA ', 'PAIEMENT FACT N '])}${numbers.map(spelled).join(chance.pick([' ', '+', ', ', ' ET ']))}`
}

const same = (text: string): string => text

/** Nothing, a polite word, a date that looks like a number, their own reference. */
function vague({ on }: Payment, chance: Chance): string {
  const pad = (value: number): string => String(value).padStart(2, '0')
  const compact = `${yearOf(on)}${pad(monthOf(on))}${pad(dayOfMonth(on))}`
  return chance.pick([
    '',
    '',
    'REGLEMENT',
    'VOTRE FACTURE',
    `REGLEMENT DU ${pad(dayOfMonth(on))}/${pad(monthOf(on))}/${yearOf(on)}`,
    `VIR ${compact}`,
    `NOTRE REF ${chance.digits(chance.whole(4, 8))}`,
    `FOURNISSEUR 401${chance.digits(5)}`,
    'SOLDE',
    `FACT ${yearOf(on)} ${pad(monthOf(on))}`,
  ])
}

function endToEndIdOf({ numbers }: Payment, chance: Chance): string {
  const [number] = numbers
  if (number !== undefined && chance.happens(NUMBER_IN_END_TO_END_ID)) return number
  return chance.pick(['NOTPROVIDED', `VIR${chance.digits(12)}`, `20${chance.digits(12)}`, `E2E-${chance.digits(8)}`])
}
