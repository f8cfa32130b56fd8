import { type Cents, moneyText, splitCents, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import { checkInvoice } from '#einvoice'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import { archiveAfterwards, archiveIssued } from './archive-issued.ts'
import { assemble, type Assembly } from './assemble.ts'
import { recomputeCredit } from './credit.ts'
import type { invoicesContract } from './contract.ts'
import { draftLine, type DraftLine, type StoredInvoice } from './draft.ts'
import { invoiceIssued, invoiceSendWished, type SalesFacts } from './events.ts'
import { takeNumber } from './numbering.ts'
import { buildDocument } from './rules/build-document.ts'
import { linesOf, lockInvoice, markIssued } from './store.ts'

type Operations = OperationsOf<typeof invoicesContract>

/** A number that stands for the one to come while the document is judged: the rules ask for one, the series gives it last. */
const NUMBER_TO_COME = 'X'

/**
 * Gives the draft its number, for ever. Everything that can be refused is refused first; the number is taken last, under the lock of its
 * series; the document is drawn, packed as Factur-X and archived in the same transaction, so that an issued invoice always has its bytes.
 */
export const issue: Operations['issue'] = async (context, { id, send, to }) => {
  const draft = await lockedDraft(context, id)
  const issuedOn = draft.options.issuedOn ?? context.today
  if (issuedOn > context.today) throw new Refusal('issue_date_in_future', { field: 'issuedOn' })
  const { lines, totals: creditTotals } =
    draft.kind === 'credit_note' ? await recomputeCredit(context, draft, issuedOn) : await storedLines(context, id)
  const assembly = await assemble(context, draft, lines, issuedOn, { creditTotals })
  if (send && to === undefined && assembly.facts.customer.email === undefined)
    throw new Refusal('customer_without_email', { facts: { customer: assembly.customer.name } })
  refuseFailures(buildDocument({ ...assembly.facts, number: NUMBER_TO_COME }), context.locale)

  const given = await takeNumber(context, draft.kind, issuedOn)
  const document = buildDocument({ ...assembly.facts, number: given.number })
  const dueOn = document.dueOn ?? issuedOn
  await markIssued(context, { id, ...given, issuedOn, dueOn, document, totals: assembly.totals })
  const sha256 = context.bulk
    ? await archiveAfterwards(context)
    : await archiveIssued(context, { id, kind: draft.kind, document, issuedAt: context.now }, assembly)

  context.record(
    invoiceIssued(
      { invoiceId: id, customerId: assembly.customer.id },
      {
        kind: draft.kind,
        number: given.number,
        issuedOn,
        customerCode: assembly.customer.code,
        customerName: assembly.customer.name,
        netCents: assembly.totals.netCents,
        vatCents: assembly.totals.vatCents,
        totalCents: assembly.totals.grossCents,
        instalments: draft.kind === 'invoice' ? assembly.instalments : [{ dueOn: issuedOn, amountCents: assembly.totals.grossCents }],
        sales: salesOf(lines, assembly),
        creditedInvoiceId: draft.credited_invoice_id,
      },
    ),
  )
  if (send)
    context.record(
      invoiceSendWished({ invoiceId: id, customerId: assembly.customer.id }, { number: given.number, kind: draft.kind, to: to ?? null }),
    )
  return { id, number: given.number, issuedOn, dueOn, total: moneyText(assembly.totals.grossCents), sha256 }
}

async function lockedDraft(context: WriteContext, id: string): Promise<StoredInvoice> {
  const draft = await lockInvoice(context, id)
  if (!draft) throw new Refusal('not_found', { status: 404 })
  if (draft.status !== 'draft') throw new Refusal('invoice_not_draft', { status: 409, facts: { number: draft.number ?? '' } })
  return draft
}

async function storedLines(context: WriteContext, id: string): Promise<{ lines: DraftLine[]; totals: undefined }> {
  return { lines: (await linesOf(context, id)).map(draftLine), totals: undefined }
}

/** An invoice that a platform or a customer would refuse is not issued: the first reason is the sentence, all are told. */
function refuseFailures(document: ReturnType<typeof buildDocument>, locale: 'fr' | 'en'): void {
  const fatal = checkInvoice(document).filter((failure) => failure.severity === 'fatal')
  const [first] = fatal
  if (!first) return
  throw new Refusal('invoice_would_fail', {
    field: first.path,
    facts: { rule: first.rule, sentence: fatal.map((failure) => failure[locale]).join(' ') },
  })
}

/** Sales by nature and treatment. VAT is rounded once per rate: it is shared between the rows of a rate so that they add up to it. */
function salesOf(lines: readonly DraftLine[], { company, facts, totals }: Assembly): SalesFacts[] {
  const rows = new Map<string, { nature: 'goods' | 'service'; line: (typeof facts.lines)[number]; netCents: Cents }>()
  for (const [index, line] of lines.entries()) {
    const fact = facts.lines[index]
    if (!fact) continue
    const key = `${line.nature} ${line.vatCode}`
    const netCents = toCents((rows.get(key)?.netCents ?? 0n) + (totals.lines[index]?.netCents ?? 0n))
    rows.set(key, { nature: line.nature, line: fact, netCents })
  }
  return totals.groups.flatMap((group) => {
    const members = [...rows.values()].filter(({ line }) => group.codes.includes(line.vat.code))
    const shares = splitCents(
      group.vatCents,
      members.map(({ netCents }) => (netCents > 0n ? netCents : 0n)),
    )
    return members.map(({ line, nature, netCents }, index) => ({
      nature,
      vatCode: line.vat.code,
      category: line.vat.category,
      rateBasisPoints: line.vat.rateBasisPoints,
      netCents,
      vatCents: shares[index] ?? (0n as Cents),
      // CGI 269-2: services owe VAT when paid, unless the company opted for debits.
      vatOnReceipts: nature === 'service' && !company.vat_on_debits,
    }))
  })
}
