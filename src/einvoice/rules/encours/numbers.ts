/** Numbers that check themselves, and that the official rules let pass: SIREN, SIRET, VAT number, IBAN, BIC. Ids are ours. */
import { isBic, isIban, isSiren, isSiret, isVatNumber, normaliseIdentifier, sirenOfVatNumber } from '#core/identifiers'
import type { ReadInvoice, ReadParty } from '../../model.ts'
import { paymentsOf } from '../en16931/payment.ts'
import { isFigure } from '../figures.ts'
import { AMOUNTS, BASE_QUANTITIES, PRICES, QUANTITIES, RATES } from '../french/figures.ts'
import { SIREN, SIRET } from '../french/kinds.ts'
import { type Breach, isBlank, type Rule } from '../rule.ts'

const PARTIES = ['seller', 'buyer', 'payee', 'sellerTaxRepresentative'] as const

type Checked = readonly [path: string, text: string | undefined]

function* ofParties(invoice: ReadInvoice, of: (party: ReadParty, path: string) => Iterable<Checked>): Generator<Checked> {
  for (const key of PARTIES) {
    const party = invoice[key]
    if (party) yield* of(party, key)
  }
}

function* sirens(party: ReadParty, path: string): Generator<Checked> {
  if (party.legalId?.scheme === SIREN) yield [`${path}.legalId.value`, party.legalId.value]
}

function* sirets(party: ReadParty, path: string): Generator<Checked> {
  for (const [index, { scheme, value }] of (party.identifiers ?? []).entries()) {
    if (scheme === SIRET) yield [`${path}.identifiers.${index}`, value]
  }
}

function* vatNumbers(party: ReadParty, path: string): Generator<Checked> {
  yield [`${path}.vatNumber`, party.vatNumber]
}

/** A French VAT number ends with the SIREN of who bears it. */
function* vatOfAnother({ legalId, vatNumber }: ReadParty, path: string): Generator<Checked> {
  if (legalId?.scheme !== SIREN || vatNumber === undefined) return
  const siren = sirenOfVatNumber(normaliseIdentifier(vatNumber))
  if (siren !== undefined && isSiren(siren) && isSiren(legalId.value ?? '') && siren !== legalId.value)
    yield [`${path}.vatNumber`, vatNumber]
}

/** Only what has the shape is checked here: the other rules tell what has not. */
function wrong(checked: Iterable<Checked>, shape: RegExp, isGood: (text: string) => boolean): Breach[] {
  const breaches: Breach[] = []
  for (const [path, text] of checked) {
    if (text !== undefined && shape.test(text) && !isGood(text)) breaches.push({ path, facts: { found: text } })
  }
  return breaches
}

/** Two letters a bank or a tax office begins with: an IBAN has two digits after its country. */
const IBAN_SHAPE = /^\s*[A-Za-z]{2}\s*\d{2}[\sA-Za-z0-9]*$/
const FILLED = /\S/
/** Of the Union and Northern Ireland: elsewhere the form of a VAT number is not ours to know. */
const EUROPEAN_VAT = /^\s*(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)/i

const FIGURES = [...AMOUNTS, ...QUANTITIES, ...BASE_QUANTITIES, ...PRICES, ...RATES]

export const numberRules: readonly Rule[] = [
  {
    id: 'ENCOURS-10',
    term: 'BT-30',
    termOfField: true,
    severity: 'warning',
    path: 'seller.legalId.value',
    breaches: (invoice) => wrong(ofParties(invoice, sirens), /^\d{9}$/, isSiren),
    fr: 'Le SIREN {found} n’existe pas : sa clé est fausse.',
    en: 'There is no SIREN {found}: its check digit is wrong.',
  },
  {
    id: 'ENCOURS-11',
    term: 'BT-29',
    termOfField: true,
    severity: 'warning',
    path: 'seller.identifiers',
    breaches: (invoice) => wrong(ofParties(invoice, sirets), /^\d{14}$/, isSiret),
    fr: 'Le SIRET {found} n’existe pas : sa clé est fausse.',
    en: 'There is no SIRET {found}: its check digit is wrong.',
  },
  {
    id: 'ENCOURS-12',
    term: 'BT-31',
    termOfField: true,
    severity: 'warning',
    path: 'seller.vatNumber',
    breaches: (invoice) => wrong(ofParties(invoice, vatNumbers), EUROPEAN_VAT, (text) => isVatNumber(normaliseIdentifier(text))),
    fr: 'Le numéro de TVA {found} n’a pas la forme de son pays, ou sa clé est fausse.',
    en: 'The VAT number {found} does not have the form of its country, or its key is wrong.',
  },
  {
    id: 'ENCOURS-27',
    term: 'BT-31',
    termOfField: true,
    severity: 'warning',
    path: 'seller.vatNumber',
    breaches: (invoice) => [...ofParties(invoice, vatOfAnother)].map(([path, found = '']) => ({ path, facts: { found } })),
    fr: 'Le numéro de TVA {found} est celui d’une autre entreprise que le SIREN.',
    en: 'The VAT number {found} is that of another company than the SIREN.',
  },
  {
    id: 'ENCOURS-13',
    term: 'BT-84',
    termOfField: true,
    severity: 'warning',
    path: 'payment.iban',
    breaches: (invoice) =>
      [...paymentsOf(invoice)].flatMap(([path, { iban }]) =>
        wrong([[`${path}.iban`, iban]], IBAN_SHAPE, (text) => isIban(normaliseIdentifier(text))),
      ),
    fr: 'L’IBAN {found} n’existe pas : sa longueur ou sa clé est fausse.',
    en: 'There is no IBAN {found}: its length or its key is wrong.',
  },
  {
    id: 'ENCOURS-14',
    term: 'BT-86',
    severity: 'warning',
    path: 'payment.bic',
    breaches: (invoice) =>
      [...paymentsOf(invoice)].flatMap(([path, { bic }]) => wrong([[`${path}.bic`, bic]], FILLED, (text) => isBic(text.trim()))),
    fr: 'Le BIC {found} n’a pas la forme d’un BIC.',
    en: 'The BIC {found} does not have the form of a BIC.',
  },
  {
    id: 'ENCOURS-15',
    term: 'BG-22',
    termOfField: true,
    severity: 'fatal',
    path: 'totals',
    // The official engines stop at such a figure and give no verdict at all.
    breaches: (invoice) => FIGURES.flatMap(([, , , figures]) => figures(invoice, (text) => !isBlank(text) && !isFigure(text))),
    fr: 'Le chiffre « {found} » ne se lit pas : il s’écrit avec un point, sans espace ni signe de monnaie, et 18 décimales au plus.',
    en: 'The figure “{found}” cannot be read: it is written with a dot, without spaces or currency sign, and 18 decimals at most.',
  },
]
