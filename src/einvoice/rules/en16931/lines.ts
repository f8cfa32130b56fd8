/** BR-21 to BR-28, and the reductions and charges of lines and document: each line says what, how many, of which unit, at what price. */
import type { AllowanceCharge, Invoice, InvoiceLine } from '../../model.ts'
import { figure } from '../figures.ts'
import { type Breach, type Facts, isBlank, type Rule, whereEach } from '../rule.ts'

const line = (item: InvoiceLine): Facts => ({ line: item.id })

function lineRule(id: string, term: string, field: string, wrong: (line: InvoiceLine) => boolean, fr: string, en: string): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: 'lines',
    breaches: ({ lines }) =>
      whereEach(
        lines,
        (index) => `lines.${index}.${field}`,
        (item) => wrong(item) && line(item),
      ),
    fr,
    en,
  }
}

const withoutReason = ({ reason, reasonCode }: AllowanceCharge): boolean => isBlank(reason) && isBlank(reasonCode)

function onDocument(
  { allowancesCharges }: Invoice,
  kind: AllowanceCharge['kind'],
  wrong: (part: AllowanceCharge) => boolean,
): readonly Breach[] {
  return whereEach(
    allowancesCharges,
    (index) => `allowancesCharges.${index}`,
    (part) => part.kind === kind && wrong(part),
  )
}

function onLines({ lines }: Invoice, kind: AllowanceCharge['kind'], wrong: (part: AllowanceCharge) => boolean): readonly Breach[] {
  return lines.flatMap((item, at) =>
    whereEach(
      item.allowancesCharges,
      (index) => `lines.${at}.allowancesCharges.${index}`,
      (part) => part.kind === kind && wrong(part) && line(item),
    ),
  )
}

export const lineRules: readonly Rule[] = [
  lineRule('BR-21', 'BT-126', 'id', ({ id }) => isBlank(id), 'Une ligne n’a pas de numéro.', 'A line has no number.'),
  lineRule(
    'BR-22',
    'BT-129',
    'quantity',
    ({ quantity }) => isBlank(quantity),
    'La ligne {line} n’a pas de quantité.',
    'Line {line} has no quantity.',
  ),
  lineRule('BR-23', 'BT-130', 'unit', ({ unit }) => isBlank(unit), 'La ligne {line} n’a pas d’unité.', 'Line {line} has no unit.'),
  lineRule(
    'BR-24',
    'BT-131',
    'netAmount',
    ({ netAmount }) => isBlank(netAmount),
    'La ligne {line} n’a pas de montant.',
    'Line {line} has no amount.',
  ),
  lineRule(
    'BR-25',
    'BT-153',
    'item.name',
    ({ item }) => isBlank(item.name),
    'La ligne {line} ne dit pas ce qui est vendu.',
    'Line {line} does not say what is sold.',
  ),
  lineRule(
    'BR-26',
    'BT-146',
    'netPrice',
    ({ netPrice }) => isBlank(netPrice),
    'La ligne {line} n’a pas de prix unitaire.',
    'Line {line} has no unit price.',
  ),
  lineRule(
    'BR-27',
    'BT-146',
    'netPrice',
    ({ netPrice }) => (figure(netPrice) ?? 0n) < 0n,
    'Le prix unitaire de la ligne {line} est négatif ; mettez le signe moins sur la quantité.',
    'The unit price of line {line} is negative; put the minus sign on the quantity.',
  ),
  lineRule(
    'BR-30',
    'BT-135',
    'period.to',
    ({ period }) => period?.from !== undefined && period.to !== undefined && period.to < period.from,
    'La période de la ligne {line} finit avant de commencer.',
    'The period of line {line} ends before it starts.',
  ),
  lineRule(
    'BR-CO-20',
    'BG-26',
    'period',
    ({ period }) => period !== undefined && period.from === undefined && period.to === undefined,
    'La période de la ligne {line} n’a ni début ni fin.',
    'The period of line {line} has neither a start nor an end.',
  ),
  lineRule(
    'BR-64',
    'BT-157',
    'item.standardId.scheme',
    ({ item }) => item.standardId !== undefined && isBlank(item.standardId.scheme),
    'Le code article de la ligne {line} ne dit pas de quelle liste il vient.',
    'The item code of line {line} does not say from which list it comes.',
  ),
  {
    id: 'BR-33',
    term: 'BT-97',
    severity: 'fatal',
    path: 'allowancesCharges',
    breaches: (invoice) => onDocument(invoice, 'allowance', withoutReason),
    fr: 'Une remise du document n’a pas de motif.',
    en: 'An allowance on the document has no reason.',
  },
  {
    id: 'BR-38',
    term: 'BT-104',
    severity: 'fatal',
    path: 'allowancesCharges',
    breaches: (invoice) => onDocument(invoice, 'charge', withoutReason),
    fr: 'Des frais du document n’ont pas de motif.',
    en: 'A charge on the document has no reason.',
  },
  {
    id: 'BR-42',
    term: 'BT-139',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) => onLines(invoice, 'allowance', withoutReason),
    fr: 'Une remise de la ligne {line} n’a pas de motif.',
    en: 'An allowance of line {line} has no reason.',
  },
  {
    id: 'BR-44',
    term: 'BT-144',
    severity: 'fatal',
    path: 'lines',
    breaches: (invoice) => onLines(invoice, 'charge', withoutReason),
    fr: 'Des frais de la ligne {line} n’ont pas de motif.',
    en: 'A charge of line {line} has no reason.',
  },
  {
    id: 'BR-32',
    term: 'BT-95',
    severity: 'fatal',
    path: 'allowancesCharges',
    breaches: (invoice) => onDocument(invoice, 'allowance', ({ vat }) => vat === undefined),
    fr: 'Une remise du document ne dit pas son taux de TVA.',
    en: 'An allowance on the document does not say its VAT rate.',
  },
  {
    id: 'BR-37',
    term: 'BT-102',
    severity: 'fatal',
    path: 'allowancesCharges',
    breaches: (invoice) => onDocument(invoice, 'charge', ({ vat }) => vat === undefined),
    fr: 'Des frais du document ne disent pas leur taux de TVA.',
    en: 'A charge on the document does not say its VAT rate.',
  },
]
