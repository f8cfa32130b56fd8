/** The text inside the QR code with which a banking application prepares a SEPA credit transfer: EPC069-12, version 002. */
import { type Cents, moneyText, parseMoney, toCents } from '#core/money'

export type EpcTransfer = {
  /** Who is paid. Throws a `RangeError` when nothing of it can be written in the SEPA character set. */
  readonly name: string
  readonly iban: string
  readonly bic?: string
  /** Cents, or text such as `"1234.50"`. Zero, negative or absent: the payer types the amount. */
  readonly amountCents?: Cents | string
  /** What comes back on the bank statement: the invoice number. */
  readonly remittance: string
}

const NAME_LENGTH = 70
const REMITTANCE_LENGTH = 140
const LARGEST_AMOUNT = toCents(99_999_999_999)

/** At most 331 bytes, lines separated by LF, none at the end. */
export function epcPayload(transfer: EpcTransfer): string {
  const name = sepaText(transfer.name, NAME_LENGTH)
  if (name === '') throw new RangeError(`no SEPA characters in the name: ${transfer.name}`)
  const remittance = sepaText(transfer.remittance, REMITTANCE_LENGTH)
  const reference = structuredReference(remittance)
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    compact(transfer.bic ?? ''),
    name,
    compact(transfer.iban),
    amountText(transfer.amountCents),
    '',
    reference ?? '',
    reference === undefined ? remittance : '',
  ]
  return lines.join('\n').trimEnd()
}

function amountText(amount: Cents | string | undefined): string {
  const cents = typeof amount === 'string' ? parseMoney(amount) : amount
  return cents === undefined || cents <= 0n || cents > LARGEST_AMOUNT ? '' : `EUR${moneyText(cents)}`
}

const compact = (text: string): string => text.replace(/[^0-9a-z]/gi, '').toUpperCase()

/** An ISO 11649 reference (RF, two check digits): its own line, so that banks carry it as a structured one. */
function structuredReference(text: string): string | undefined {
  const reference = compact(text)
  if (text !== reference || !/^RF\d{2}[0-9A-Z]{1,21}$/.test(reference)) return undefined
  const digits = Array.from(reference.slice(4) + reference.slice(0, 4), (char) => Number.parseInt(char, 36)).join('')
  return BigInt(digits) % 97n === 1n ? reference : undefined
}

const SPELLED: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  '&': '+',
  '’': "'",
  _: '-',
  '–': '-',
  '—': '-',
}

/** The SEPA character set: Latin letters, digits, `/ - ? : ( ) . , ' +` and the space; no slash at either end, never two (EPC217-08). */
export function sepaText(text: string, maxLength: number): string {
  const latin = Array.from(text, (char) => SPELLED[char] ?? char)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  const allowed = latin
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]+/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/\/{2,}/g, '/')
  return allowed
    .replace(/^[ /]+/, '')
    .slice(0, maxLength)
    .replace(/[ /]+$/, '')
}
