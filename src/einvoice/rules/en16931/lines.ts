/** BR-21 to BR-28 and BR-CO-04: each line says what, how many, of which unit, at what price, under which VAT. */
import type { ReadLine } from '../../model.ts'
import { isNegative } from '../figures.ts'
import { isBlank, type Rule, whereEach } from '../rule.ts'
import { isVat } from './vat/taxed.ts'

function lineRule(id: string, term: string, field: string, wrong: (line: ReadLine) => boolean, fr: string, en: string): Rule {
  return {
    id,
    term,
    severity: 'fatal',
    path: 'lines',
    breaches: ({ lines }) =>
      whereEach(
        lines,
        (index) => `lines.${index}.${field}`,
        (line) => wrong(line) && { line: line.id ?? '' },
      ),
    fr,
    en,
  }
}

export const lineRules: readonly Rule[] = [
  lineRule('BR-21', 'BT-126', 'id', ({ id }) => isBlank(id), 'Une ligne n’a pas de numéro.', 'A line has no number.'),
  lineRule(
    'BR-22',
    'BT-129',
    'quantity',
    ({ quantity }) => quantity === undefined,
    'La ligne {line} n’a pas de quantité.',
    'Line {line} has no quantity.',
  ),
  lineRule('BR-23', 'BT-130', 'unit', ({ unit }) => unit === undefined, 'La ligne {line} n’a pas d’unité.', 'Line {line} has no unit.'),
  lineRule(
    'BR-24',
    'BT-131',
    'netAmount',
    ({ netAmount }) => netAmount === undefined,
    'La ligne {line} n’a pas de montant.',
    'Line {line} has no amount.',
  ),
  lineRule(
    'BR-25',
    'BT-153',
    'item.name',
    ({ item }) => isBlank(item?.name),
    'La ligne {line} ne dit pas ce qui est vendu.',
    'Line {line} does not say what is sold.',
  ),
  lineRule(
    'BR-26',
    'BT-146',
    'netPrice',
    ({ netPrice }) => netPrice === undefined,
    'La ligne {line} n’a pas de prix unitaire.',
    'Line {line} has no unit price.',
  ),
  lineRule(
    'BR-27',
    'BT-146',
    'netPrice',
    // A price that is missing is not "zero or more" either.
    ({ netPrice }) => netPrice === undefined || isNegative(netPrice),
    'Le prix unitaire de la ligne {line} manque ou est négatif ; pour un retour, mettez le signe moins sur la quantité.',
    'The unit price of line {line} is missing or negative; for a return put the minus sign on the quantity.',
  ),
  lineRule(
    'BR-28',
    'BT-148',
    'grossPrice',
    ({ grossPrice }) => isNegative(grossPrice),
    'Le prix brut de la ligne {line} est négatif.',
    'The gross price of line {line} is negative.',
  ),
  lineRule(
    'BR-CO-04',
    'BT-151',
    'vat.category',
    ({ vat }) => vat?.category === undefined || !isVat(vat),
    'La ligne {line} ne dit pas sa catégorie de TVA, ou ne dit pas que sa taxe est la TVA (« VAT »).',
    'Line {line} does not say its VAT category, or does not say that its tax is VAT.',
  ),
  lineRule(
    'BR-54',
    'BG-32',
    'item.attributes',
    ({ item }) => item?.attributes?.some(({ name, value }) => name === undefined || value === undefined) ?? false,
    'Une caractéristique de l’article de la ligne {line} n’a pas de nom ou pas de valeur.',
    'An attribute of the item of line {line} has no name or no value.',
  ),
  lineRule(
    'BR-64',
    'BT-157',
    'item.standardId.scheme',
    ({ item }) => item?.standardId?.value !== undefined && item.standardId.scheme === undefined,
    'Le code article de la ligne {line} ne dit pas de quelle liste il vient.',
    'The item code of line {line} does not say from which list it comes.',
  ),
  lineRule(
    'BR-65',
    'BT-158',
    'item.classifications',
    ({ item }) => item?.classifications?.some(({ code, list }) => code !== undefined && list === undefined) ?? false,
    'Le code de classification de la ligne {line} ne dit pas de quelle liste il vient.',
    'The classification code of line {line} does not say from which list it comes.',
  ),
]
