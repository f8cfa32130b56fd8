/** BR-31 to BR-44 and BR-CO-21 to BR-CO-24: the allowances and charges of the document and of its lines. */
import type { AllowanceCharge, Read, ReadInvoice } from '../../model.ts'
import { type Breach, type Facts, type Rule, whereEach } from '../rule.ts'
import { isVat } from './vat/taxed.ts'

type Part = Read<AllowanceCharge>
type Kind = AllowanceCharge['kind']

function partsWhere(invoice: ReadInvoice, level: 'document' | 'line', kind: Kind, field: string, wrong: (part: Part) => boolean): Breach[] {
  const found = (parts: ReadInvoice['allowancesCharges'], path: string, facts: Facts) =>
    whereEach(
      parts,
      (index) => `${path}allowancesCharges.${index}${field}`,
      (part) => part.kind === kind && wrong(part) && facts,
    )
  if (level === 'document') return [...found(invoice.allowancesCharges, '', {})]
  const breaches: Breach[] = []
  const { lines = [] } = invoice
  for (let index = 0; index < lines.length; index++) {
    const { id, allowancesCharges } = lines[index] ?? {}
    if (allowancesCharges) breaches.push(...found(allowancesCharges, `lines.${index}.`, { line: id ?? '' }))
  }
  return breaches
}

const withoutAmount = ({ amount }: Part): boolean => amount === undefined
const withoutVat = ({ vat }: Part): boolean => vat?.category === undefined || !isVat(vat)
const withoutReason = ({ reason, reasonCode }: Part): boolean => reason === undefined && reasonCode === undefined

type Family = {
  readonly level: 'document' | 'line'
  readonly kind: Kind
  readonly fr: string
  readonly en: string
  readonly amount: readonly [id: string, term: string]
  readonly vat?: readonly [id: string, term: string]
  /** The standard asks for the reason twice: as a rule on presence and as a condition. */
  readonly reason: readonly [id: string, condition: string, term: string]
}

const FAMILIES: readonly Family[] = [
  {
    level: 'document',
    kind: 'allowance',
    fr: 'Une remise du document',
    en: 'An allowance on the document',
    amount: ['BR-31', 'BT-92'],
    vat: ['BR-32', 'BT-95'],
    reason: ['BR-33', 'BR-CO-21', 'BT-97'],
  },
  {
    level: 'document',
    kind: 'charge',
    fr: 'Un frais du document',
    en: 'A charge on the document',
    amount: ['BR-36', 'BT-99'],
    vat: ['BR-37', 'BT-102'],
    reason: ['BR-38', 'BR-CO-22', 'BT-104'],
  },
  {
    level: 'line',
    kind: 'allowance',
    fr: 'Une remise de la ligne {line}',
    en: 'An allowance of line {line}',
    amount: ['BR-41', 'BT-136'],
    reason: ['BR-42', 'BR-CO-23', 'BT-139'],
  },
  {
    level: 'line',
    kind: 'charge',
    fr: 'Un frais de la ligne {line}',
    en: 'A charge of line {line}',
    amount: ['BR-43', 'BT-141'],
    reason: ['BR-44', 'BR-CO-24', 'BT-144'],
  },
]

function rulesOf({ level, kind, fr, en, amount, vat, reason }: Family): Rule[] {
  const path = level === 'line' ? 'lines' : 'allowancesCharges'
  const rule = (id: string, term: string, field: string, wrong: (part: Part) => boolean, words: Pick<Rule, 'fr' | 'en'>): Rule => ({
    id,
    term,
    severity: 'fatal',
    path,
    breaches: (invoice) => partsWhere(invoice, level, kind, field, wrong),
    ...words,
  })
  const [reasonId, conditionId, reasonTerm] = reason
  const whyMissing = { fr: `${fr} n’a ni motif ni code de motif.`, en: `${en} has neither a reason nor a reason code.` }
  return [
    rule(...amount, '.amount', withoutAmount, { fr: `${fr} n’a pas de montant.`, en: `${en} has no amount.` }),
    ...(vat
      ? [
          rule(...vat, '.vat.category', withoutVat, {
            fr: `${fr} ne dit pas sa catégorie de TVA.`,
            en: `${en} does not say its VAT category.`,
          }),
        ]
      : []),
    rule(reasonId, reasonTerm, '.reason', withoutReason, whyMissing),
    rule(conditionId, reasonTerm, '.reason', withoutReason, whyMissing),
  ]
}

export const allowanceRules: readonly Rule[] = FAMILIES.flatMap(rulesOf)
