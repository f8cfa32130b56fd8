import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDay } from '#core/day'
import { assertValid, CORPORA, hasCorpora, ifCorpora } from '../fixtures/schema.ts'
import { Unreadable } from '../unreadable.ts'
import { composeStatus, type StatusNews } from './compose.ts'
import { CDAR_RULES, judgeCdar } from './judge.ts'
import type { LifecycleMessage, LifecycleParty, LifecycleStatus, StatusDetail } from './model.ts'
import { readCdar } from './read.ts'
import { REASONS, STATUSES, statusRow } from './statuses.ts'
import { writeCdar } from './write.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rules = (message: Parameters<typeof judgeCdar>[0]) => judgeCdar(message).map(({ rule }) => rule)
const assertValidCdar = (xml: string) => assertValid(xml, 'cdar-d22b', 'CrossDomainAcknowledgementAndResponse_100pD22B.xsd')

const seller: LifecycleParty = {
  identifiers: [{ value: '100000009', scheme: '0002' }],
  name: 'VENDEUR',
  role: 'SE',
  electronicAddress: { value: '100000009_STATUTS', scheme: '0225' },
}
const buyer: LifecycleParty = {
  identifiers: [{ value: '200000008', scheme: '0002' }],
  name: 'ACHETEUR',
  role: 'BY',
  electronicAddress: { value: '200000008', scheme: '0225' },
}
const portal: LifecycleParty = { identifiers: [{ value: '0000', scheme: '0238' }], name: 'PPF', role: 'DFH' }

const collected: Omit<StatusDetail, 'sequence'> = {
  characteristics: [{ type: 'MEN', isChanged: false, amount: '1200.00', currency: 'EUR', percent: '20.00' }],
}

/** What a status needs to be told rightly. */
function news(status: LifecycleStatus, changes: Partial<StatusNews> = {}): StatusNews {
  const row = statusRow(status)
  const isTransmission = row?.phase === '305'
  const reasonCode = row?.isReasonMandatory ? row.reasons?.[0] : undefined
  const paid = { characteristics: [{ type: 'MPA', amount: '1200.00', currency: 'EUR', on: parseDay('2026-11-20') }] }
  const details = status === '212' ? [collected] : status === '211' ? [paid] : reasonCode === undefined ? [] : [{ reasonCode }]
  return {
    status,
    invoice: {
      number: 'F2026-00042',
      typeCode: '380',
      issuedOn: parseDay('2026-11-01'),
      receivedAt: '2026-11-01T15:10:00',
      seller: { identifiers: [{ value: '100000009', scheme: '0002' }] },
    },
    issuer: isTransmission ? { role: 'WK' } : status === '212' || status === '209' ? seller : buyer,
    recipients: status === '212' ? [buyer, portal] : [seller],
    postedAt: '2026-11-21T10:00:00',
    createdAt: '2026-11-21T10:05:00',
    details,
    ...changes,
  }
}

const ALL = Object.keys(STATUSES) as LifecycleStatus[]

describe('every status is written, valid by the schema, judged clean and read back the same', () => {
  test.each(ALL)('%s', (status) => {
    const message = composeStatus(news(status))
    const xml = writeCdar(message)
    expect(judgeCdar(message)).toEqual([])
    const reading = readCdar(bytes(xml))
    expect(reading.message).toEqual(message)
    expect(reading.remarks).toEqual([])
    expect(judgeCdar(reading)).toEqual([])
    if (hasCorpora) assertValidCdar(xml)
  })

  test('a message names its invoice, its status and its time', () => {
    const message = composeStatus(news('212'))
    expect(message.id).toBe('F2026-00042_212_20261121100000#380_20261101')
    expect(writeCdar(message)).toContain(
      '<ram:ProcessConditionCode>212</ram:ProcessConditionCode><ram:ProcessCondition>Encaissée</ram:ProcessCondition>',
    )
  })
})

describe.skipIf(!hasCorpora)(`the published examples${ifCorpora}`, () => {
  const folder = join(CORPORA, 'cdar')
  const files = hasCorpora
    ? [...readdirSync(folder).map((name) => join(folder, name)), join(CORPORA, 'french-samples', 'sample_cdv212.xml')]
    : []

  test.each(files)('%s is read whole, judged clean and written again valid', (file) => {
    const reading = readCdar(readFileSync(file))
    expect(reading.remarks).toEqual([])
    expect(judgeCdar(reading)).toEqual([])
    const written = writeCdar(reading.message)
    assertValidCdar(written)
    expect(readCdar(bytes(written)).message).toEqual(reading.message)
  })
})

type Change = (message: LifecycleMessage) => unknown

const onInvoice = (changes: object): Change => {
  return (message) => {
    const [acknowledgement] = message.acknowledgements
    return { ...message, acknowledgements: [{ ...acknowledgement, invoices: [{ ...acknowledgement?.invoices[0], ...changes }] }] }
  }
}
const onMessage =
  (changes: object): Change =>
  (message) => ({ ...message, ...changes })
const onAcknowledgement = (changes: object): Change => {
  return (message) => ({ ...message, acknowledgements: [{ ...message.acknowledgements[0], ...changes }] })
}
const detail = (changes: object) => onInvoice({ details: [{ sequence: '1', ...changes }] })

const BROKEN: readonly (readonly [rule: string, status: LifecycleStatus, change: Change])[] = [
  ['BR-FR-CDV-01_MDG-3', '204', onMessage({ guideline: undefined })],
  ['BR-FR-CDV-02_MDT-3', '204', onMessage({ guideline: 'urn.cpro.gouv.fr:1p0:CDV:einvoicingF2' })],
  ['BR-FR-CDV-CL-01_MDT-2', '204', onMessage({ process: 'A1' })],
  ['BR-FR-CDV-03_MDT-4', '204', onMessage({ id: undefined })],
  ['BR-FR-CDV-04_MDG-4', '204', onMessage({ createdAt: undefined })],
  ['BR-FR-CDV-05_MDG-9', '204', onMessage({ sender: undefined })],
  ['BR-FR-CDV-06_MDT-21', '204', onMessage({ sender: {} })],
  ['BR-FR-CDV-07_MDT-38_yes', '204', onMessage({ issuer: { role: 'BY' } })],
  ['BR-FR-CDV-07_MDT-38_no', '200', onMessage({ issuer: { role: 'WK', identifiers: [{ value: '0003', scheme: '0238' }] } })],
  ['BR-FR-CDV-08_MDT-73', '204', onMessage({ recipients: [{ ...seller, electronicAddress: undefined }] })],
  ['BR-FR-CDV-09_MDT-77', '204', onAcknowledgement({ phase: '24' })],
  ['BR-FR-CDV-10_MDT-87', '204', onInvoice({ number: '' })],
  ['BR-FR-04_MDT-91', '204', onInvoice({ typeCode: '326' })],
  ['BR-FR-CDV-11_MDG-35', '204', onInvoice({ issuedOn: undefined })],
  ['BR-FR-CDV-12_MDT-105', '204', onInvoice({ status: undefined })],
  ['BR-FR-CDV-13_MDT-129', '204', onInvoice({ seller: { name: 'VENDEUR' } })],
  ['BR-FR-CDV-14_MDT-207', '212', onInvoice({ details: undefined })],
  ['BR-FR-CDV-14_MDT-207', '212', detail({ characteristics: [{ type: 'MEN', amount: '12.00' }] })],
  ...(['206', '207', '208', '210', '213', '501'] as const).map(
    (status) => ['BR-FR-CDV-15_MDT-113', status, onInvoice({ details: undefined })] as const,
  ),
  ['BR-FR-CDV-16_MDT-124-2', '207', detail({ reasonCode: 'AUTRE', sequence: undefined })],
  ['BR-FR-CDV-CL-02_MDT-21_305', '200', onMessage({ sender: { role: 'SE' } })],
  ['BR-FR-CDV-CL-02_MDT-21_23', '204', onMessage({ sender: { role: 'DFH' } })],
  ['BR-FR-CDV-CL-03_MDT-40_305', '200', onMessage({ issuer: { role: 'SE' } })],
  ['BR-FR-CDV-CL-03_MDT-40_23', '204', onMessage({ issuer: { ...buyer, role: 'WK' } })],
  ['BR-FR-CDV-CL-04_MDT-59', '204', onMessage({ recipients: [{ ...seller, role: 'XX' }] })],
  ['BR-FR-CDV-CL-05_MDT-88_305', '200', onInvoice({ documentStatus: '45' })],
  ['BR-FR-CDV-CL-05_MDT-88_23', '204', onInvoice({ documentStatus: '10' })],
  ['BR-FR-CDV-CL-06_MDT-105', '204', onInvoice({ status: '999' })],
  ['BR-FR-CDV-CL-06_MDT-115', '207', detail({ reasonCode: 'AUTRE', status: '999' })],
  ['BR-FR-CDV-CL-07_MDT-132', '204', onInvoice({ seller: { ...seller, role: 'BY' } })],
  ['BR-FR-CDV-CL-08_MDT-158', '204', onInvoice({ recipients: [{ role: 'XX' }] })],
  ['BR-FR-CDV-CL-09_MDT-113', '214', detail({ reasonCode: 'BECAUSE' })],
  ['BR-FR-CDV-CL-09_MDT-113_200', '200', detail({ reasonCode: 'AUTRE' })],
  ['BR-FR-CDV-CL-09_MDT-113_206', '206', detail({ reasonCode: 'DOUBLON' })],
  ['BR-FR-CDV-CL-09_MDT-113_207', '207', detail({ reasonCode: 'REJ_COH' })],
  ['BR-FR-CDV-CL-09_MDT-113_208', '208', detail({ reasonCode: 'DOUBLON' })],
  ['BR-FR-CDV-CL-09_MDT-113_210', '210', detail({ reasonCode: 'AUTRE' })],
  ['BR-FR-CDV-CL-09_MDT-113_213', '213', detail({ reasonCode: 'AUTRE' })],
  ['BR-FR-CDV-CL-09_MDT-113_221', '221', detail({ reasonCode: 'AUTRE' })],
  ['BR-FR-CDV-CL-09_MDT-113_501', '501', detail({ reasonCode: 'AUTRE' })],
  [
    'BR-FR-CDV-CL-09_MDT-113_210B2G',
    '210',
    (message) => ({
      ...(detail({ reasonCode: 'QTE_ERR' })(message) as LifecycleMessage),
      sender: { role: 'WK', identifiers: [{ value: '9999', scheme: '0238' }] },
    }),
  ],
  ['BR-FR-CDV-CL-10_MDT-121', '207', detail({ reasonCode: 'AUTRE', actionCode: 'XXX' })],
  ['BR-FR-CDV-CL-11_MDT-207', '207', detail({ reasonCode: 'AUTRE', characteristics: [{ type: 'XXX' }] })],
  ['ENCOURS-CDV-01', '204', onInvoice({ seller: undefined })],
  [
    'ENCOURS-CDV-02',
    '204',
    (message) => onAcknowledgement({ phase: '305' })(onMessage({ issuer: { role: 'WK' } })(message) as LifecycleMessage),
  ],
  ['ENCOURS-CDV-03', '212', detail({ characteristics: [{ type: 'MEN', amount: '12,00', percent: '20' }] })],
  ['ENCOURS-CDV-04', '211', onInvoice({ details: undefined })],
]

/** Broken one way, a message may break a second rule that says the same from elsewhere. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'BR-FR-CDV-CL-02_MDT-21_305': [],
  'BR-FR-CDV-06_MDT-21': ['BR-FR-CDV-CL-02_MDT-21_23'],
  'ENCOURS-CDV-02': ['BR-FR-CDV-CL-05_MDT-88_305'],
}

describe('each rule fails on the message that breaks it, and on nothing else', () => {
  test.each(BROKEN)('%s (status %s)', (rule, status, change) => {
    const message = change(composeStatus(news(status))) as LifecycleMessage
    expect(rules(message).toSorted()).toEqual([rule, ...(ALSO[rule] ?? [])].toSorted())
  })

  test('every rule has a message that breaks it', () => {
    const broken = new Set(BROKEN.map(([rule]) => rule))
    expect(CDAR_RULES.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([])
  })

  test('a public refusal has reasons of its own', () => {
    const sender = { role: 'WK', identifiers: [{ value: '9999', scheme: '0238' }] }
    const message = onMessage({ sender })(detail({ reasonCode: 'AUTRE' })(composeStatus(news('210'))) as LifecycleMessage)
    expect(rules(message as LifecycleMessage)).toEqual([])
  })

  test('a failure names the invoice, in both languages, and its place in the file', () => {
    const xml = writeCdar(detail({ reasonCode: 'DOUBLON' })(composeStatus(news('206'))) as LifecycleMessage)
    const [failure] = judgeCdar(readCdar(bytes(xml.replaceAll('><', '>\n<'))))
    expect(failure).toMatchObject({
      rule: 'BR-FR-CDV-CL-09_MDT-113_206',
      found: 'DOUBLON',
      column: 1,
      fr: 'Facture F2026-00042 : « DOUBLON » n’est pas un motif du statut « Approuvée partiellement » (206).',
      en: 'Invoice F2026-00042: “DOUBLON” is no reason for the status “Partly approved” (206).',
    })
    expect(xml.replaceAll('><', '>\n<').split('\n')[(failure?.line ?? 0) - 1]).toBe('<ram:ReasonCode>DOUBLON</ram:ReasonCode>')
  })
})

const word = fc.stringMatching(/^[A-Za-z0-9é€&<>" '_-]{0,18}[A-Za-z0-9é]$/)
const decimal = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2))
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19))
const some = <T extends object>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }, requiredKeys: (keyof T & string)[] = []) =>
  fc.record(fields, { requiredKeys: requiredKeys as never[] })

const identifier = fc.record({ value: word, scheme: fc.constantFrom('0002', '0225', '0238') })
const party = some({
  identifiers: fc.array(identifier, { minLength: 1, maxLength: 3 }),
  name: word,
  role: fc.constantFrom('BY', 'SE', 'WK', 'DFH', 'PE'),
  electronicAddress: identifier,
})
// A party with nothing to say is not written.
const saidParty = party.filter((one) => Object.keys(one).length > 0)
const characteristic = some(
  {
    id: word,
    type: fc.constantFrom('MEN', 'DIV', 'DVA', 'MPA'),
    isChanged: fc.boolean(),
    name: word,
    location: word,
    text: word,
    amount: decimal,
    on: day,
    code: word,
    quantity: decimal,
    number: decimal,
    percent: decimal,
  },
  ['type'],
).map((one) => Object.assign(one, 'amount' in one ? { currency: 'EUR' } : {}))
const statusDetail = some(
  {
    reasonCode: fc.constantFrom(...REASONS),
    reason: word,
    status: fc.constantFrom(...ALL),
    label: word,
    actionCode: word,
    action: word,
    sequence: fc.integer({ min: 1, max: 99 }).map(String),
    notes: fc.array(fc.record({ text: word }), { minLength: 1, maxLength: 2 }),
    characteristics: fc.array(characteristic, { minLength: 1, maxLength: 3 }),
  },
  ['sequence'],
)
const invoice = some(
  {
    number: word,
    documentStatus: word,
    typeCode: word,
    receivedAt: time,
    referenceType: word,
    issuedOn: day,
    status: fc.constantFrom(...ALL),
    label: word,
    seller: saidParty,
    recipients: fc.array(saidParty, { minLength: 1, maxLength: 2 }),
    details: fc.array(statusDetail, { minLength: 1, maxLength: 3 }),
  },
  ['number', 'status'],
)
const message = some(
  {
    process: word,
    guideline: word,
    id: word,
    name: word,
    createdAt: time,
    sender: saidParty,
    issuer: saidParty,
    recipients: fc.array(saidParty, { minLength: 1, maxLength: 3 }),
    acknowledgements: fc.array(
      fc.record({
        isMultiple: fc.boolean(),
        phase: fc.constantFrom('23', '305'),
        postedAt: time,
        invoices: fc.array(invoice, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  ['guideline', 'id', 'createdAt', 'sender', 'issuer', 'recipients', 'acknowledgements'],
)

describe('whatever a message says', () => {
  test('writing then reading gives the same message, valid by the schema, and judging never throws', () => {
    fc.assert(
      fc.property(message, (any) => {
        const written = any as unknown as LifecycleMessage
        const xml = writeCdar(written)
        const reading = readCdar(bytes(xml))
        expect(reading.message).toEqual(written)
        expect(reading.remarks).toEqual([])
        judgeCdar(reading)
        if (hasCorpora) assertValidCdar(xml)
      }),
      { numRuns: 200 },
    )
  })

  test('damaged files are refused by name or read', () => {
    const file = bytes(writeCdar(composeStatus(news('207'))))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), (changes) => {
        const damaged = file.slice()
        for (const [at, value] of changes) damaged[at] = value
        try {
          judgeCdar(readCdar(damaged))
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('an invoice is no message', () => {
    expect(() => readCdar(bytes('<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'))).toThrow('xml_not_cdar')
  })
})
