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

async function settle(stage: Stage, lineId: Id, line: BankLine): Promise<void> {
  const { ids, perform } = stage
  const { amount, label, truth } = line
  if (truth.kind === 'customer-transfer') {
    const shares = truth.settles.map((settled) => ({ invoiceId: ids.get(settled.invoice), amount: settled.amount }))
    await perform('reconciliation.matchByHand', { lineId, shares, customerId: ids.get(truth.customer) })
    return
  }
  if (await isTypedAlready(stage, lineId, line)) return
  const account = WHERE_DEPOSITS_WAIT.find(([words]) => label.startsWith(words))?.[1] ?? (truth.kind === 'own-transfer' ? '580000' : '')
  await perform('reconciliation.setAside', { lineId, parts: [{ account, amount }] })
}

/** Cheques and notes that were typed when they came in wait there until the bank has them. */
const WHERE_DEPOSITS_WAIT = [
  ['REMISE CHEQUES', '511200'],
  ['VERSEMENT ESPECES', '530000'],
] as const

type Proposed = { readonly proposals: readonly { readonly id: string; readonly kind: string }[] }

/** Cards are on the account since they were typed: the line only confirms them. */
async function isTypedAlready({ perform }: Stage, lineId: Id, { label, truth }: BankLine): Promise<boolean> {
  if (truth.kind !== 'deposit' || !label.startsWith('REMISE CB')) return false
  const { proposals } = (await perform('reconciliation.line', { lineId })) as Proposed
  const proposal = proposals.find(({ kind }) => kind === 'typed')
  if (proposal) await perform('reconciliation.accept', { lineId, proposalId: proposal.id })
  return proposal !== undefined
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
