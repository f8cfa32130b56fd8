import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { XmlDocument } from 'libxml2-wasm'
import { documentOfInvoice } from '#archive'
import { parseDay } from '#core/day'
import type { Id } from '#core/ids'
import { checkInvoice, extractFacturX, type Invoice, writeCii } from '#einvoice'
import { archiveWaiting } from '#invoices'
import { movableClock } from '#platform/clock'
import { createTestDatabase, type TestDatabase } from '#platform/db/test-database'
import { silentLog } from '#platform/log'
import { localMailer } from '#platform/smtp'
import { assertValidCii, hasCorpora, ifCorpora, NAMESPACES } from '../einvoice/fixtures/schema.ts'
import { franchise } from '../../worlds/index.ts'
import { type Application, createApplication } from './application.ts'
import { fillLargeCompany } from './fill-large.ts'
import { fillSampleCompany } from './fill-world.ts'
import { verifyAll } from './verify.ts'

const TODAY = parseDay('2026-11-21')
const LARGE = 2_000
/** Two seconds of plan, ten of work, more on a busy machine. */
const FILL_PATIENCE_MS = 240_000

let test: TestDatabase
let application: Application
const companies: Record<string, Id> = {}
beforeAll(async () => {
  test = await createTestDatabase(inject('databaseServer'))
  application = createApplication({
    database: test.database,
    clock: movableClock(`${TODAY}T09:00:00Z`),
    log: silentLog,
    secret: Buffer.from('a secret of the tests and of nothing else'),
    publicUrl: 'https://encours.test',
    mail: { mailer: localMailer, fromAddress: 'facturation@encours.test' },
  })
  const sample = await fillSampleCompany(application, () => undefined)
  const small = await fillSampleCompany(application, () => undefined, franchise({ until: TODAY }))
  const large = await fillLargeCompany(application, LARGE)
  Object.assign(companies, { sample: sample?.companyId, small: small?.companyId, large: large.companyId })
}, FILL_PATIENCE_MS)
afterAll(() => test.drop())

type Issued = { id: Id; number: string; kind: string; document: Invoice; net: bigint; vat: bigint; total: bigint; lines: string[] }

async function issuedBy(company: string): Promise<Issued[]> {
  const { rows } = await sql<Issued>`
    select id, number, kind, document, net_cents as net, vat_cents as vat, total_cents as total,
      (select array_agg(net_cents::text order by position) from invoice_lines where invoice_id = invoices.id) as lines
    from invoices where company_id = ${companies[company]} and status = 'issued' order by number`.execute(test.database.owner)
  return rows
}

/** The figures of a CII as another program reads them, in cents. */
function figuresOf(xml: string) {
  const document = XmlDocument.fromString(xml)
  try {
    const cents = (path: string): bigint[] => document.find(path, NAMESPACES).map((node) => BigInt(Math.round(Number(node.content) * 100)))
    const summation = '//ram:SpecifiedTradeSettlementHeaderMonetarySummation'
    const [lineNet, net, vat, total, due] = [
      'LineTotalAmount',
      'TaxBasisTotalAmount',
      'TaxTotalAmount',
      'GrandTotalAmount',
      'DuePayableAmount',
    ].map((name) => cents(`${summation}/ram:${name}`)[0])
    const groups = '//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax'
    return {
      lines: cents('//ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount'),
      lineNet,
      net,
      vat,
      total,
      due,
      taxable: sum(cents(`${groups}/ram:BasisAmount`)),
      tax: sum(cents(`${groups}/ram:CalculatedAmount`)),
    }
  } finally {
    document.dispose()
  }
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

describe.each(['sample', 'small', 'large'])('every document of the %s company', (company) => {
  let documents: Issued[]
  beforeAll(async () => {
    documents = await issuedBy(company)
  })

  it('says in its XML the figures that are stored, line by line and in all', () => {
    for (const { document, lines, net, number, total, vat } of documents) {
      expect(figuresOf(writeCii(document)), number).toEqual({
        lines: lines.map(BigInt),
        lineNet: net,
        net,
        vat,
        total,
        due: total,
        taxable: net,
        tax: vat,
      })
    }
  })

  it('is one that receivers and platforms accept', () => {
    expect(documents.flatMap(({ document, number }) => checkInvoice(document).map(({ rule }) => `${number} ${rule}`))).toEqual([])
  })

  it.skipIf(!hasCorpora)(`is valid by the official schemas of CII D22B and Factur-X EN 16931${ifCorpora}`, () => {
    for (const { document } of documents) assertValidCii(writeCii(document))
  })
})

describe('the companies as a whole', () => {
  it('agree in everything that is verified, but for the documents of the large one, which nobody draws', async () => {
    const verdicts = await verifyAll(test.database)
    expect(
      verdicts.map(({ company, invoices }) => ({ company, enough: invoices >= (company.startsWith('Grande') ? BigInt(LARGE) : 1n) })),
    ).toEqual(
      [
        { company: 'Lucie Morvan, graphiste', enough: true },
        { company: 'Atelier Brocéliande', enough: true },
        { company: 'Grande Menuiserie de Mesure', enough: true },
      ].toSorted((a, b) => a.company.localeCompare(b.company)),
    )
    expect(verdicts.flatMap(({ faults }) => faults).filter((fault) => !fault.endsWith('is not in the archive'))).toEqual([])
  })

  it.each(['sample', 'large'])('number their documents without a gap: %s', async (company) => {
    const documents = await issuedBy(company)
    const series = Map.groupBy(documents, ({ number }) => number.replace(/\d+$/, ''))
    expect([...series.keys()]).toEqual(['A2025-', 'A2026-', 'F2025-', 'F2026-'])
    for (const [prefix, members] of series) {
      expect(members.map(({ number }) => number)).toEqual(members.map((_, place) => `${prefix}${String(place + 1).padStart(5, '0')}`))
    }
  })

  it('carry in each archived PDF the very XML of the document', async () => {
    for (const company of ['sample', 'small'] as const) {
      const companyId = companies[company] as Id
      await archiveWaiting(application.write, companyId)
      const { rows } = await sql<{ id: Id; document: Invoice }>`
        select i.id, i.document from invoices i join archived_documents d on d.invoice_id = i.id where i.company_id = ${companyId}`.execute(
        test.database.owner,
      )
      expect(rows).toHaveLength(company === 'sample' ? 10 : 1)
      for (const { document, id } of rows) {
        const archived = await test.database.owner.transaction().execute((db) => documentOfInvoice({ db, companyId }, id))
        expect(new TextDecoder().decode(extractFacturX(archived?.bytes ?? Buffer.of()))).toBe(writeCii(document))
      }
    }
  })
})
