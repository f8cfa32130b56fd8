import type { Shown } from './shown-invoice.ts'
import { type Field, isShown, type Spot } from './spots.ts'
import { countryShown, type Found, joined } from './wording.ts'
import type { Words } from './words.ts'

type Party = NonNullable<Shown['seller']>
type Address = NonNullable<Party['address']>

export type Block = Spot & { readonly title: string; readonly name: Field; readonly fields: readonly Field[] }

/** Those one seldom meets, in the order shown; the last ones are of EXTENDED. */
const OTHERS = ['payee', 'sellerTaxRepresentative'] as const
const EXTENDED = [
  'invoicer',
  'invoicee',
  'payer',
  'salesAgent',
  'buyerAgent',
  'buyerTaxRepresentative',
  'endUser',
  'shipFrom',
  'finalShipTo',
] as const

type PartyName = 'seller' | 'buyer' | (typeof OTHERS)[number] | (typeof EXTENDED)[number]

export function partyBlock(name: PartyName, party: Party | undefined, words: Words, path: string = name): Block {
  const { spots, texts } = words
  const at = (name: string): string => `${path}.${name}`
  const { contact, electronicAddress, identifiers = [], legalId } = party ?? {}
  const labels = texts.party
  return {
    ...spots.group(path),
    title: texts.parties[name],
    name: spots.field(at('name'), labels.name, party?.name ?? ''),
    fields: [
      spots.field(at('tradingName'), labels.tradingName, party?.tradingName ?? ''),
      spots.field(at('address'), labels.address, addressShown(party?.address, words)),
      spots.field(at('legalId'), texts.schemes[legalId?.scheme ?? ''] ?? labels.legalId, legalId?.value ?? ''),
      ...identifierFields(at('identifiers'), identifiers, words),
      // Where one is asked for and there is none.
      ...(identifiers.length === 0 ? [spots.field(at('identifiers'), labels.identifier, '')] : []),
      spots.field(at('vatNumber'), labels.vatNumber, party?.vatNumber ?? ''),
      spots.field(at('taxRegistration'), labels.taxRegistration, party?.taxRegistration ?? ''),
      spots.field(at('electronicAddress'), labels.electronicAddress, addressed(electronicAddress)),
      spots.field(at('contact'), labels.contact, joined([contact?.name, contact?.department, contact?.phone, contact?.email], '\n')),
      spots.field(at('legalInformation'), labels.legalInformation, party?.legalInformation ?? ''),
    ],
  }
}

const identifierFields = (path: string, identifiers: Party['identifiers'], { spots, texts }: Words): Field[] =>
  (identifiers ?? []).map(({ scheme, value }, index) =>
    spots.field(`${path}.${index}`, texts.schemes[scheme ?? ''] ?? texts.party.identifier, value ?? ''),
  )

/** `0225:732829320`, as it is written between platforms. */
const addressed = (address: { scheme?: Found; value?: Found } | undefined): string => joined([address?.scheme, address?.value], ':')

export function addressShown(address: Address | undefined, { locale }: Words): string {
  const town = joined([address?.postcode, address?.city], ' ')
  return joined([address?.line1, address?.line2, address?.line3, town, address?.subdivision, countryShown(address?.country, locale)], '\n')
}

/** Whoever else has a part in it, and the place of delivery, when the file or a rule speaks of them. */
export function otherParties(shown: Shown, words: Words): Block[] {
  const { spots, texts } = words
  const parties = OTHERS.flatMap((name) => (shown[name] === undefined ? [] : [partyBlock(name, shown[name], words)]))
  const further = EXTENDED.flatMap((name) => {
    const party = shown.extended?.[name]
    return party === undefined ? [] : [partyBlock(name, party, words, `extended.${name}`)]
  })
  const delivery: Block = {
    ...spots.group('delivery'),
    title: texts.parties.delivery,
    name: spots.field('delivery.name', texts.party.name, shown.delivery?.name ?? ''),
    fields: [
      spots.field('delivery.address', texts.party.address, addressShown(shown.delivery?.address, words)),
      ...identifierFields('delivery.identifiers', shown.delivery?.identifiers, words),
    ],
  }
  return [...parties, ...further, delivery]
}

/** A block nobody filled and no rule misses is left out. */
export const isBlockShown = ({ failures, fields, name }: Block): boolean => failures.length > 0 || [name, ...fields].some(isShown)
