/** What the official rules let pass, and French law or plain arithmetic does not. Ids are ours. */
import { profileOf } from '../../guidelines.ts'
import type { ReadInvoice, ReadLine } from '../../model.ts'
import { type Figure, combine, disagree, figure, near, percentage, priced, roundToCent, sumOf } from '../figures.ts'
import { type Breach, isBlank, type Rule, when, whereEach } from '../rule.ts'
import { DEPOSITS } from '../french/kinds.ts'

const MANDATORY_NOTES: ReadonlySet<string | undefined> = new Set(['PMT', 'PMD', 'AAB'])
/** Only these may give up VAT: "avoir net de taxe". */
const NET_CREDIT_NOTES: ReadonlySet<string | undefined> = new Set(['261', '381', '396'])

/** French law binds French sellers; what others may do is theirs to know. */
const isFrench = ({ seller }: ReadInvoice): boolean => seller?.address?.country?.trim() === 'FR'

/** Who numbers every line alike is told so once, not on each of thousands. */
const MOST_DUPLICATES = 10

function needsDueDate(invoice: ReadInvoice): boolean {
  const { totals, dueOn, typeCode } = invoice
  const isInvoice = typeCode === '380' || typeCode === '384' || DEPOSITS.has(typeCode)
  return isFrench(invoice) && isInvoice && dueOn === undefined && (figure(totals?.due) ?? 0n) > 0n
}

const usesReverseCharge = (invoice: ReadInvoice): boolean =>
  isFrench(invoice) && (invoice.vatBreakdown?.some((row) => row.category === 'AE') ?? false)

/** EN 16931 of 2017 alone, or narrowed or extended by somebody; what Factur-X itself calls so are its profiles and no others. */
const OF_NORM = /^urn:cen\.eu:en16931:2017(?:#(?:compliant|conformant)#(?!urn:factur-x\.eu:).+)?$/
/** Names that their owners alone give. */
const OF_KNOWN_FAMILIES = /^urn:cen\.eu:en16931:(?!2017:)|urn:factur-x\.eu:/

/** Asked of what is no profile we know. */
function whenGuideline({ guideline }: ReadInvoice, isWrong: (guideline: string) => boolean): readonly Breach[] {
  const found = guideline?.trim() ?? ''
  return when(found !== '' && profileOf(found) === undefined && isWrong(found), { found })
}

function lineAmount(line: ReadLine): Figure | undefined {
  const [quantity, price, base] = [figure(line.quantity), figure(line.netPrice), figure(line.priceBaseQuantity ?? '1')]
  if (quantity === undefined || price === undefined || base === undefined) return undefined
  const part = (kind: 'allowance' | 'charge') =>
    sumOf((line.allowancesCharges ?? []).filter((item) => item.kind === kind).map((item) => item.amount))
  const exact = combine([priced(quantity, price, base), part('charge')], [part('allowance')])
  return exact === undefined ? undefined : roundToCent(exact)
}

export const lawRules: readonly Rule[] = [
  {
    id: 'ENCOURS-01',
    term: 'BT-131',
    severity: 'warning',
    path: 'lines',
    breaches: ({ lines }) =>
      whereEach(
        lines,
        (index) => `lines.${index}.netAmount`,
        (line) => {
          const facts = disagree(figure(line.netAmount), lineAmount(line))
          return facts && { ...facts, line: line.id ?? '' }
        },
      ),
    fr: 'Le montant de la ligne {line} ({found}) n’est pas la quantité multipliée par le prix, moins les remises, plus les frais ({expected}).',
    en: 'The amount of line {line} ({found}) is not the quantity times the price, less allowances, plus charges ({expected}).',
  },
  {
    id: 'ENCOURS-02',
    term: 'BG-23',
    severity: 'warning',
    path: 'vatBreakdown',
    breaches: ({ totals, vatBreakdown }) => {
      const facts = disagree(sumOf((vatBreakdown ?? []).map((row) => row.taxableAmount)), figure(totals?.net))
      return facts === false ? [] : when(true, facts)
    },
    fr: 'Les bases du récapitulatif de TVA font {found} ; le total HT est de {expected}.',
    en: 'The bases of the VAT summary add up to {found}; the total without VAT is {expected}.',
  },
  {
    id: 'ENCOURS-08',
    term: 'BT-117',
    severity: 'warning',
    path: 'vatBreakdown',
    // BR-CO-17 to the cent: the official rule passes differences below one euro.
    breaches: ({ vatBreakdown }) =>
      whereEach(
        vatBreakdown,
        (index) => `vatBreakdown.${index}.taxAmount`,
        (row) => {
          const [base, rate] = [figure(row.taxableAmount), figure(row.rate)]
          const expected = base === undefined || rate === undefined ? undefined : percentage(base, rate)
          const found = figure(row.taxAmount)
          return found !== undefined && expected !== undefined && near(found, expected) && disagree(found, expected)
        },
      ),
    fr: 'La TVA ({found}) n’est pas, au centime près, sa base multipliée par le taux ({expected}).',
    en: 'The VAT ({found}) is not, to the cent, its base times the rate ({expected}).',
  },
  {
    id: 'ENCOURS-03',
    term: 'BT-48',
    severity: 'fatal',
    path: 'buyer.vatNumber',
    // CGI ann. II art. 242 nonies A, I: the number of the customer who owes the tax.
    breaches: (invoice) => when(usesReverseCharge(invoice) && isBlank(invoice.buyer?.vatNumber)),
    fr: 'En autoliquidation, le client doit la TVA : son numéro de TVA est obligatoire.',
    en: 'Under reverse charge the buyer owes the VAT: its VAT number is mandatory.',
  },
  {
    id: 'ENCOURS-04',
    term: 'BT-31',
    severity: 'fatal',
    path: 'seller.vatNumber',
    breaches: (invoice) => when(usesReverseCharge(invoice) && isBlank(invoice.seller?.vatNumber)),
    fr: 'En autoliquidation, le numéro de TVA du vendeur est obligatoire.',
    en: 'Under reverse charge the VAT number of the seller is mandatory.',
  },
  {
    id: 'ENCOURS-05',
    term: 'BT-22',
    severity: 'fatal',
    path: 'notes',
    // C. com. art. L441-9: the words themselves are mandatory, an empty note is a missing mention.
    breaches: ({ notes }) =>
      whereEach(
        notes,
        (index) => `notes.${index}.text`,
        ({ subject, text }) => MANDATORY_NOTES.has(subject) && isBlank(text) && { subject: subject ?? '' },
      ),
    fr: 'La mention obligatoire {subject} est vide.',
    en: 'The mandatory wording {subject} is empty.',
  },
  {
    id: 'ENCOURS-06',
    term: 'BT-9',
    severity: 'fatal',
    path: 'dueOn',
    // C. com. art. L441-9: the date on which payment must be received.
    breaches: (invoice) => when(needsDueDate(invoice)),
    fr: 'La date d’échéance manque : elle est obligatoire tant qu’il reste une somme à payer.',
    en: 'The due date is missing: it is mandatory as long as an amount is due.',
  },
  {
    id: 'ENCOURS-07',
    term: 'BT-121',
    severity: 'fatal',
    path: 'vatBreakdown',
    breaches: ({ typeCode, vatBreakdown }) =>
      whereEach(
        vatBreakdown,
        (index) => `vatBreakdown.${index}.exemptionCode`,
        ({ exemptionCode }) => exemptionCode === 'VATEX-FR-CNWVAT' && !NET_CREDIT_NOTES.has(typeCode),
      ),
    fr: 'Seul un avoir peut être « net de taxe ».',
    en: 'Only a credit note may be “net of tax”.',
  },
  {
    id: 'ENCOURS-09',
    term: 'BT-9',
    severity: 'warning',
    path: 'dueOn',
    // BR-CO-25 of the standard, which its published rules dropped in 1.3.16.
    // Where French law wants the date itself, ENCOURS-06 alone tells.
    breaches: (invoice) => {
      const { totals, dueOn, paymentTerms } = invoice
      return when((figure(totals?.due) ?? 0n) > 0n && dueOn === undefined && isBlank(paymentTerms) && !needsDueDate(invoice))
    },
    fr: 'Il reste une somme à payer : il faut une date d’échéance ou des conditions de paiement.',
    en: 'An amount is due: a due date or payment terms are needed.',
  },
  {
    id: 'ENCOURS-26',
    term: 'BT-126',
    severity: 'warning',
    path: 'lines',
    breaches: ({ lines }) => {
      const seen = new Set<string>()
      let told = 0
      return whereEach(
        lines,
        (index) => `lines.${index}.id`,
        ({ id }) => {
          const found = id?.trim() ?? ''
          if (found !== '' && seen.has(found) && told < MOST_DUPLICATES) {
            told += 1
            return { found }
          }
          seen.add(found)
          return false
        },
      )
    },
    fr: 'Deux lignes portent le même numéro ({found}) : on ne saura pas de laquelle on parle.',
    en: 'Two lines bear the same number ({found}): nobody will know which one is meant.',
  },
  {
    id: 'ENCOURS-24',
    term: 'BT-24',
    severity: 'fatal',
    path: 'guideline',
    breaches: (invoice) => whenGuideline(invoice, (guideline) => OF_KNOWN_FAMILIES.test(guideline) && !OF_NORM.test(guideline)),
    fr: 'Le profil « {found} » n’existe pas : personne ne sait d’après quelles règles lire cette facture.',
    en: 'There is no profile “{found}”: nobody knows by which rules to read this invoice.',
  },
  {
    id: 'ENCOURS-25',
    term: 'BT-24',
    severity: 'warning',
    path: 'guideline',
    breaches: (invoice) => whenGuideline(invoice, (guideline) => !OF_KNOWN_FAMILIES.test(guideline) && !OF_NORM.test(guideline)),
    fr: 'La spécification « {found} » nous est inconnue : la facture est jugée d’après EN 16931.',
    en: 'The specification “{found}” is unknown to us: the invoice is judged by EN 16931.',
  },
  {
    id: 'ENCOURS-16',
    term: 'BT-24',
    severity: 'warning',
    path: 'guideline',
    // The French layer is published for BASIC WL and above.
    breaches: (invoice) => when(isFrench(invoice) && profileOf(invoice.guideline) === 'MINIMUM'),
    fr: 'Le profil MINIMUM aide à la saisie, mais n’est pas une facture électronique en France : les plateformes ne le reçoivent pas.',
    en: 'The profile MINIMUM helps with data entry, but is no electronic invoice in France: platforms do not take it.',
  },
]
