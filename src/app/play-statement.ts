/** A bank statement of a sample company: imported as a file, matched by itself where that is certain, and by the bookkeeper elsewhere. */
import { camt053 } from '#banking'
import type { Id } from '#core/ids'
import type { BankLine, BankStatement, World } from '../../worlds/index.ts'
import { find, type Stage } from './stage.ts'

type Waiting = { readonly id: Id; readonly bookedOn: string; readonly amount: string; readonly text: string }

/** The newest lines are left to whoever opens the sample company: there is something to do on its bank page. */
const DAYS_LEFT_TO_DO = 10

export async function playStatement(stage: Stage, event: BankStatement): Promise<void> {
  const { perform, world } = stage
  const file = new File([statementFile(world, event)], `releve-${event.number}.xml`, { type: 'application/xml' })
  await perform('banking.import', { file })
  const leftFrom = Date.parse(world.until) - DAYS_LEFT_TO_DO * 86_400_000
  const waiting = ((await perform('banking.lines', { state: 'to_do', limit: 100 })) as { rows: Waiting[] }).rows
  for (const line of event.lines) {
    if (Date.parse(line.bookedOn) >= leftFrom) continue
    const index = waiting.findIndex(
      (each) => each.bookedOn === line.bookedOn && each.amount === line.amount && each.text.includes(sample(line)),
    )
    const [found] = index < 0 ? [] : waiting.splice(index, 1)
    if (found) await settle(stage, found.id, line)
  }
}

/** Enough of what the bank says to tell two lines of one day and amount apart. */
const sample = (line: BankLine): string => (line.remittance ?? line.label).slice(0, 12)

async function settle({ ids, perform }: Stage, lineId: Id, { truth }: BankLine): Promise<void> {
  if (truth.kind === 'customer-transfer') {
    const shares = truth.settles.map(({ amount, invoice }) => ({ invoiceId: ids.get(invoice), amount }))
    await perform('reconciliation.matchByHand', { lineId, shares, customerId: ids.get(truth.customer) })
  } else {
    // Cheques and cards were typed when they came in; the rest is no customer's money.
    const reason = truth.kind === 'deposit' ? 'Remise de règlements déjà saisis' : 'Pas un règlement de client'
    await perform('reconciliation.setAside', { lineId, reason })
  }
}

function statementFile(world: World, event: BankStatement): string {
  const account = find(world.company.bankAccounts, event.account)
  return camt053({
    account: { iban: account.iban, currency: 'EUR' },
    opening: event.openingBalance,
    from: event.from,
    to: event.to,
    id: event.key,
    sequence: String(event.number),
    lines: event.lines.map((line) => ({
      bookedOn: line.bookedOn,
      valueOn: line.valueOn,
      amount: line.amount,
      reference: line.key,
      text: line.remittance ?? line.label,
      bankText: line.label,
      ...(line.endToEndId === undefined ? {} : { endToEndId: line.endToEndId }),
      ...(line.counterparty === undefined ? {} : { counterparty: line.counterparty.name }),
      ...(line.counterparty?.iban === undefined ? {} : { iban: line.counterparty.iban }),
    })),
  })
}
