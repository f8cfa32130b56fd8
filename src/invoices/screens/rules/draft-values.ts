/** A draft as it is being typed: texts of the fields, and from and to the API. Lines carry a key of their own: the server gives them new ids at each save. */
import type { PaymentTerms } from '#terms/contract'

export type Nature = 'goods' | 'service'

export type LineValues = {
  readonly key: string
  readonly itemId: string | null
  readonly name: string
  readonly description: string
  readonly nature: Nature
  readonly quantity: string
  readonly unit: string
  readonly unitPrice: string
  readonly discount: string
  readonly vatCode: string
  readonly creditedLineId: string | null
}

export type Address = {
  readonly line1: string
  readonly line2: string
  readonly postcode: string
  readonly city: string
  readonly country: string
}

export type DraftValues = {
  readonly customerId: string | null
  /** Empty: the day it is issued. */
  readonly issuedOn: string
  readonly deliveredOn: string
  readonly deliveryAddress: Address | null
  readonly orderReference: string
  readonly buyerReference: string
  readonly paymentTerms: PaymentTerms | null
  readonly note: string
  readonly lines: readonly LineValues[]
}

type StoredDraft = Omit<DraftValues, 'issuedOn' | 'deliveredOn' | 'lines'> & {
  readonly issuedOn: string | null
  readonly deliveredOn: string | null
  readonly lines: readonly (Omit<LineValues, 'key'> & { readonly id: string })[]
}

const FIRST_KEY = '1'

/** Greater than every key of these lines: a draft kept on the device comes back with its keys. */
export function keyAfter(lines: readonly Pick<LineValues, 'key'>[]): string {
  return String(Math.max(0, ...lines.map(({ key }) => Number(key))) + 1)
}

export function blankLine(like: Pick<LineValues, 'nature' | 'vatCode'>, key = FIRST_KEY): LineValues {
  return {
    key,
    itemId: null,
    name: '',
    description: '',
    nature: like.nature,
    quantity: '1',
    unit: 'C62',
    unitPrice: '',
    discount: '',
    vatCode: like.vatCode,
    creditedLineId: null,
  }
}

export function blankDraft(vatCode: string, customerId: string | null = null): DraftValues {
  return {
    customerId,
    issuedOn: '',
    deliveredOn: '',
    deliveryAddress: null,
    orderReference: '',
    buyerReference: '',
    paymentTerms: null,
    note: '',
    lines: [blankLine({ nature: 'service', vatCode })],
  }
}

export function valuesOf(stored: StoredDraft, usualVatCode: string): DraftValues {
  const lines = stored.lines.map(keptLine)
  return {
    customerId: stored.customerId,
    issuedOn: stored.issuedOn ?? '',
    deliveredOn: stored.deliveredOn ?? '',
    deliveryAddress: stored.deliveryAddress,
    orderReference: stored.orderReference,
    buyerReference: stored.buyerReference,
    paymentTerms: stored.paymentTerms,
    note: stored.note,
    lines: lines.length === 0 ? [blankLine({ nature: 'service', vatCode: usualVatCode })] : lines,
  }
}

function keptLine({ id: _id, ...line }: StoredDraft['lines'][number], index: number): LineValues {
  return { ...line, key: String(index + 1), discount: line.discount === '0' ? '' : line.discount }
}

/** Nothing was said on the line: it is not part of the draft. */
export function isBlank(line: LineValues): boolean {
  return line.name.trim() === '' && line.description.trim() === '' && line.unitPrice.trim() === ''
}

export const spokenLines = (values: DraftValues): readonly LineValues[] => values.lines.filter((line) => !isBlank(line))

/** True when there is something worth keeping. */
export function isBegun(values: DraftValues): boolean {
  return values.customerId !== null || values.orderReference !== '' || values.note !== '' || spokenLines(values).length > 0
}

/** What the API is given. A price not yet typed is zero; what cannot be read is sent as it is, so that it is refused and not lost. */
export function inputOf(values: DraftValues) {
  return {
    customerId: values.customerId,
    issuedOn: values.issuedOn || null,
    deliveredOn: values.deliveredOn || null,
    deliveryAddress: values.deliveryAddress,
    orderReference: values.orderReference,
    buyerReference: values.buyerReference,
    paymentTerms: values.paymentTerms === null ? null : values.paymentTerms.map((part) => ({ ...part })),
    note: values.note,
    lines: spokenLines(values).map(sentLine),
  }
}

function sentLine({ key: _key, ...line }: LineValues) {
  return { ...line, quantity: line.quantity || '1', unitPrice: line.unitPrice || '0', discount: line.discount || '0' }
}

/** The line of the editor that the API calls `lines.<index>`: blank lines do not travel. */
export function keyOfSentLine(values: DraftValues, index: number): string | undefined {
  return spokenLines(values)[index]?.key
}
