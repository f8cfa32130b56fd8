import { describe, expect, test } from 'vitest'
import { sum } from '#core/money'
import { BANKS, bankWorld, SHAPES } from './index.ts'

describe.each(BANKS)('eighteen months of receipts, as %s tells them', (bank) => {
  const world = bankWorld(7, bank)
  const invoices = new Map(world.invoices.map((invoice) => [invoice.id, invoice]))

  test('the same seed tells the same story, another seed another one', () => {
    expect(bankWorld(7, bank)).toEqual(world)
    expect(bankWorld(8, bank).lines).not.toEqual(world.lines)
  })

  test('no invoice is paid more than it owes, none before it could be known, and none by another customer', () => {
    const paid = new Map<string, bigint>()
    for (const { amountCents, customerId, shares } of world.lines) {
      expect(sum(shares.map((share) => share.amountCents))).toBeLessThanOrEqual(amountCents)
      for (const share of shares) {
        expect(invoices.get(share.invoiceId)?.customerId).toBe(customerId)
        paid.set(share.invoiceId, (paid.get(share.invoiceId) ?? 0n) + share.amountCents)
      }
    }
    for (const [id, cents] of paid) expect(cents).toBeLessThanOrEqual(invoices.get(id)?.amountCents ?? 0n)
  })

  test('everything that goes wrong in life goes wrong here', () => {
    const shapes = Map.groupBy(world.lines, ({ shape }) => shape)
    for (const shape of SHAPES) expect(shapes.get(shape)?.length, shape).toBeGreaterThan(5)
    const inPart = (shapes.get('part')?.length ?? 0) + (shapes.get('rest')?.length ?? 0)
    expect(inPart / world.lines.length).toBeGreaterThan(0.06)
    expect((shapes.get('group')?.length ?? 0) / world.lines.length).toBeGreaterThan(0.05)
  })

  test('numbers are given once, in the order of the days', () => {
    expect(new Set(world.invoices.map(({ number }) => number)).size).toBe(world.invoices.length)
    const days = world.invoices.map(({ issuedOn }) => issuedOn)
    expect(days).toEqual(days.toSorted())
  })
})
