/** What a French bank prints on a line: capitals, no accents, cut short; and what the payer wrote, when it wrote anything. */
import { dayOfMonth, monthOf, yearOf } from '#core/day'
import type { Chance } from './chance.ts'
import { unaccented } from './identifiers.ts'
import type { InvoiceIssued } from './plan.ts'

const LABEL_LENGTH = 70
const PAYER_LENGTH = 24
const REMITTANCE_LENGTH = 140
/** Six transfers in ten name the invoice they pay. */
const NAMED_SHARE = 0.6

/** SEPA characters only, in capitals. */
export function bankText(text: string): string {
  return unaccented(text)
    .toUpperCase()
    .replaceAll('’', ' ')
    .replace(/[^A-Z0-9/?:().,'+ -]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

export function transferLabel(payer: string, remittance: string, chance: Chance): string {
  const opening = chance.pick(['VIR SEPA', 'VIR SEPA RECU', 'VIR INST', 'VIREMENT DE', 'VIR'])
  return bankText(`${opening} ${bankText(payer).slice(0, PAYER_LENGTH)} ${remittance}`).slice(0, LABEL_LENGTH)
}

export function remittanceOf(invoices: readonly InvoiceIssued[], chance: Chance): string {
  const numbers = invoices.map(({ number }) => number)
  const text = numbers.length > 0 && chance.happens(NAMED_SHARE) ? naming(numbers, chance) : vague(invoices, chance)
  return bankText(text).slice(0, REMITTANCE_LENGTH)
}

/** `F2025-00123` as people copy it. */
function naming(numbers: readonly string[], chance: Chance): string {
  const spelled = chance.pick([
    (number: string) => number,
    (number: string) => number,
    (number: string) => number,
    (number: string) => number.replace('-', ''),
    (number: string) => number.replace('-', ' '),
  ])
  return `${chance.pick(['FACT ', 'FACTURE ', '', 'REGLT ', 'FA '])}${numbers.map(spelled).join(chance.pick([' ', '+', ', ']))}`
}

/** Nothing, a polite word, a date, the last figures of the number, or the payer's own reference. */
function vague(invoices: readonly InvoiceIssued[], chance: Chance): string {
  const [first] = invoices
  const date = first ? `${pad(dayOfMonth(first.on))} ${pad(monthOf(first.on))} ${yearOf(first.on)}` : ''
  const rank = first ? String(Number(first.number.split('-').at(-1))) : ''
  return chance.pick([
    '',
    '',
    'REGLEMENT FACTURE',
    `VOTRE FACTURE DU ${date}`,
    'ATELIER BROCELIANDE',
    `FACT ${rank}`,
    first?.purchaseOrder ?? 'MENUISERIE',
    'SOLDE',
    'PAIEMENT FOURNISSEUR',
  ])
}

const pad = (value: number): string => String(value).padStart(2, '0')
