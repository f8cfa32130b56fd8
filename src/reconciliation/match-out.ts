import { findLine } from '#banking'
import { moneyText, negate, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { byHand } from './evidence.ts'
import { returnablePayments } from './out-store.ts'
import { giveBack, returnPayment } from './settle-out.ts'
import { customersNamed } from './store.ts'
import { lineNow, waitingOutLine } from './waiting-line.ts'

type Operations = OperationsOf<typeof reconciliationContract>

export const takeBack: Operations['takeBack'] = async (context, { lineId, paymentId }) => {
  await returnPayment(context, await waitingOutLine(context, lineId), paymentId, byHand(context))
  return lineNow(context, lineId)
}

export const refund: Operations['refund'] = async (context, { customerId, lineId }) => {
  await giveBack(context, await waitingOutLine(context, lineId), customerId, byHand(context))
  return lineNow(context, lineId)
}

const MOST_SHOWN = 20

export const returnable: Operations['returnable'] = async (context, { lineId }) => {
  const row = await findLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  if (row.amount_cents >= 0n) return { payments: [] }
  const found = await returnablePayments(context, { amounts: [negate(toCents(row.amount_cents))], until: row.booked_on })
  const shown = found.slice(0, MOST_SHOWN)
  const names = await customersNamed(
    context,
    shown.map(({ customerId }) => customerId),
  )
  return {
    payments: shown.map(({ amountCents, customerId, invoiceNumbers, paidOn, paymentId }) => ({
      id: paymentId,
      customerId,
      customerName: names.get(customerId) ?? '',
      paidOn,
      amount: moneyText(amountCents),
      invoices: [...invoiceNumbers],
    })),
  }
}
