/** What each operation of a file of 240 characters is (CFONB, "Opérations restituées à la clientèle", May 2004). */
export type Restitution = {
  readonly name: string
  /** What it does to our account: the amounts have no sign. `none` tells of a correction and moves nothing. */
  readonly side: 'credit' | 'debit' | 'none'
  readonly layout: 'order' | 'returned' | 'cheque' | 'cheque-returned' | 'bill-returned'
}

const received = (name: string): Restitution => ({ name, side: 'credit', layout: 'order' })
const toPay = (name: string): Restitution => ({ name, side: 'debit', layout: 'order' })
const corrected = (name: string): Restitution => ({ name, side: 'none', layout: 'order' })
const returned = (name: string, side: 'credit' | 'debit'): Restitution => ({ name, side, layout: 'returned' })

export const RESTITUTIONS: Readonly<Record<string, Restitution>> = {
  '20': received('Virement reçu'),
  '21': returned('Virement rejeté', 'credit'),
  '22': received('Virement particulier'),
  '23': corrected('Virement rectifié'),
  '24': returned('Virement particulier rejeté', 'credit'),
  '27': received('Virement à échéance trois jours'),
  '28': received('Virement à échéance deux jours'),
  '33': corrected('Notification d’APL'),
  '40': { name: 'Chèque à payer', side: 'debit', layout: 'cheque' },
  '41': { name: 'Chèque rejeté', side: 'debit', layout: 'cheque-returned' },
  '61': { name: 'Effet de commerce rejeté', side: 'debit', layout: 'bill-returned' },
  '63': corrected('Effet de commerce rectifié'),
  '70': toPay('TIP à payer'),
  '71': returned('TIP rejeté', 'debit'),
  '73': received('Virement référencé'),
  '75': received('Virement TIP'),
  '76': received('Virement spécifique orienté trésorerie'),
  '77': received('Virement d’origine extérieure'),
  '78': received('Virement EDI'),
  '79': received('Virement d’origine extérieure net de frais'),
  '80': toPay('Prélèvement'),
  '81': returned('Prélèvement rejeté', 'debit'),
  '82': toPay('Prélèvement spécial'),
  '83': corrected('Prélèvement rectifié'),
  '84': returned('Prélèvement spécial rejeté', 'debit'),
  '85': toPay('Prélèvement accéléré'),
  '86': toPay('Télérèglement'),
  '88': returned('Télérèglement rejeté', 'debit'),
}

type Place = readonly [first: number, last: number]

/** Where each layout keeps what a line needs; what a place does not give is absent. */
type Places = {
  readonly texts: readonly Place[]
  readonly reference: Place
  /** Bank, branch, number and name of the other side. */
  readonly party?: { readonly bank: Place; readonly branch: Place; readonly number: Place; readonly name?: Place }
  readonly reason?: Place
}

const FIRST_PARTY: Places['party'] = { bank: [22, 26], branch: [27, 31], number: [32, 42], name: [43, 66] }
const SECOND_PARTY: Places['party'] = { bank: [78, 82], branch: [83, 87], number: [88, 98], name: [99, 122] }

/** In what comes back, the first party is the one it comes back to, which is us; the one who sends it back stands second. */
export const PLACES: Readonly<Record<Restitution['layout'], Places>> = {
  order: {
    texts: [
      [153, 184],
      [185, 216],
    ],
    reference: [123, 128],
    party: FIRST_PARTY,
  },
  returned: {
    texts: [
      [153, 183],
      [184, 214],
    ],
    reference: [221, 226],
    party: SECOND_PARTY,
    reason: [227, 228],
  },
  cheque: { texts: [[63, 69]], reference: [70, 93] },
  'cheque-returned': { texts: [[150, 180]], reference: [64, 70], reason: [203, 204] },
  'bill-returned': { texts: [[139, 158]], reference: [219, 226], party: SECOND_PARTY, reason: [227, 228] },
}
