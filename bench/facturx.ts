/** One Factur-X made in process: judged by the rules, written as CII, drawn, packed. Processor time, so that a busy machine tells the same. */
import { parseMoney } from '#core/money'
import { checkInvoice, type Invoice, packFacturX, writeCii } from '#einvoice'
import { drawInvoice, epcPayload } from '#templates'
import { invoiceOf } from './invoice.ts'
import { costMs } from './cost.ts'
import type { Figure, Measure } from './figures.ts'

export const facturx: Measure = {
  about: 'one Factur-X made, in process; the EN 16931 and BR-FR rules on 10 and 1,000 lines',
  run: async () => {
    let made = 0
    const make = async (): Promise<void> => {
      made += 1
      // Never the same twice: what was laid out once would be remembered.
      const invoice = invoiceOf(3, made)
      checkInvoice(invoice)
      const xml = new TextEncoder().encode(writeCii(invoice))
      const at = new Date('2026-11-21T09:00:00Z')
      const instalments = [{ dueOn: invoice.dueOn ?? invoice.issuedOn, amount: invoice.totals.due }]
      packFacturX(
        await drawInvoice({
          invoice,
          instalments,
          look: { accentColor: '#1f5f5b' },
          locale: 'fr',
          xml,
          mentions: [],
          at,
          qr: transferOf(invoice),
        }),
        {
          conformanceLevel: 'EN 16931',
        },
      )
    }
    return [
      { ...(await cost('Factur-X of 3 lines, checked, drawn, packed', make)), target: '≤ 12', peer: 'embedding only: 20–168 ms' },
      {
        ...(await cost('EN 16931 + BR-FR, 10 lines', () => checkInvoice(invoiceOf(10)))),
        target: '≤ 1',
        peer: 'official rules in JavaScript: 100–200 ms',
      },
      {
        ...(await cost('EN 16931 + BR-FR, 1,000 lines', () => checkInvoice(invoiceOf(1000)))),
        target: '≤ 20',
        peer: 'official rules in JavaScript: 22,500 ms',
      },
    ]
  },
}

const transferOf = ({ number, payment, totals }: Invoice): string =>
  epcPayload({ name: payment?.accountName ?? '', iban: payment?.iban ?? '', amountCents: parseMoney(totals.due), remittance: number })

async function cost(what: string, work: () => unknown): Promise<Figure> {
  return { what, value: await costMs(work), unit: 'ms of processor' }
}
