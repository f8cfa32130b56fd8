/** The names French banks give their columns, without accents, case or punctuation. The first pattern that fits wins. */
export type ColumnRole =
  | 'bookedOn'
  | 'valueOn'
  | 'debit'
  | 'credit'
  | 'amount'
  | 'side'
  | 'text'
  | 'transactionId'
  | 'reference'
  | 'counterparty'
  | 'counterpartyIban'
  | 'balance'
  | 'currency'
  | 'account'
  | 'status'

const ROLES: readonly { readonly role: ColumnRole; readonly names: RegExp }[] = [
  { role: 'valueOn', names: /^date (de )?val(eur)?\b|^dateval$|^value date|^valeur$|^date de la valeur/ },
  {
    role: 'bookedOn',
    names:
      /^date$|^date (d |de l |de )?op(eration)?\b|^dateop$|^date (de )?compta|^date (d )?ecriture|^booking date|^operation date|^completed date|^date completed|^date operation|^transaction date|^settlement date/,
  },
  { role: 'side', names: /^sens$|^side$|^debit credit$|^type de mouvement$|^d c$/ },
  { role: 'debit', names: /^(montant (au )?)?debits?( euros?| eur| en euros)?$|^money out|^paid out/ },
  { role: 'credit', names: /^(montant (au )?)?credits?( euros?| eur| en euros)?$|^money in|^paid in/ },
  { role: 'balance', names: /^solde|balance$|^balance/ },
  { role: 'currency', names: /^devise|^currency|^monnaie/ },
  { role: 'status', names: /^statut|^status|^state$|^etat$/ },
  {
    role: 'amount',
    names: /^montants?( euros?| eur| en euros| de l operation| de la transaction| total ttc)?( local)?$|^amount|^total amount/,
  },
  { role: 'counterpartyIban', names: /^iban (de la |du )?(contrepartie|beneficiaire|tiers|counterparty)|^(counterparty|partner) iban/ },
  { role: 'account', names: /^accountnum|^numero (de |du )?compte|^n compte|^compte$|^iban( du compte)?$|^account (number|iban)/ },
  {
    role: 'counterparty',
    names:
      /^nom (de la |du )?(contrepartie|tiers|beneficiaire)|^contrepartie|^counterparty|^partner name|^payee$|^payer$|^tiers$|^beneficiaire|^supplierfound/,
  },
  { role: 'transactionId', names: /^transaction id|^identifiant|^id$|^id (de la )?transaction/ },
  { role: 'reference', names: /^reference( de l operation| bancaire| banque)?$|^ref$|^numero (d |de l )?operation/ },
  {
    role: 'text',
    names:
      /^libelles?|^label$|^(detail|nature)s?( de| d)?( l)?( operation| ecriture)?$|^description|^intitule|^motif|^communication|^information|^payment reference|^reference (client|paiement)|^remittance|^message$/,
  },
]

const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

export function roleOf(name: string): ColumnRole | undefined {
  const plain = plainName(name)
  return plain === '' ? undefined : ROLES.find((entry) => entry.names.test(plain))?.role
}

/** A row of names: at least one date and one amount or label among them, and no cell that is itself a figure. */
export function isHeader(cells: readonly string[]): boolean {
  const roles = new Set(cells.map(roleOf))
  const dated = roles.has('bookedOn') || roles.has('valueOn')
  return dated && ['amount', 'debit', 'credit', 'text', 'balance'].some((role) => roles.has(role as ColumnRole))
}
