import { parseDay, weekday, yearOf } from '#core/day'
import { ZERO, parseMoney, sum, toCents } from '#core/money'
import { isIban, isSiren, isSiret, isVatNumber, sirenOfSiret } from '#core/identifiers'
import { isTreatmentCode, treatment } from '#vat'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '#core/working-day'
import { eventsOf, livesOf } from './figures.ts'
import { broceliande, franchise } from './index.ts'
import type { Line, Settlement, World } from './plan.ts'
import { instalmentsOf } from './terms.ts'
import { totalsOf, totalsText } from './totals.ts'
import { towns } from './towns.ts'

const TODAY = parseDay('2026-11-21')
const worlds: readonly World[] = [
  broceliande({ until: TODAY }),
  broceliande({ until: parseDay('2026-05-03'), seed: 'spring' }),
  franchise({ until: TODAY }),
]

describe.each(worlds)('the world $name until $until', (world) => {
  const invoices = eventsOf(world, 'invoice-issued')
  const creditNotes = eventsOf(world, 'credit-note')
  const allLines: Line[] = [...invoices.map(({ lines }) => lines), ...creditNotes.map(({ lines }) => lines)].flat()

  test('events follow each other within the story', () => {
    const days = world.events.map(({ on }) => on)
    expect(days).toEqual(days.toSorted())
    expect(days.every((day) => world.from <= day && day <= world.until)).toBe(true)
  })

  test('nothing is used before it exists', () => {
    const known = new Set<string>()
    for (const event of world.events) {
      if (event.kind === 'item-created') known.add(event.item)
      if (event.kind === 'customer-created') known.add(event.customer)
      if (event.kind === 'invoice-issued') {
        expect(known).toContain(event.customer)
        for (const { item } of event.lines) if (item !== undefined) expect(known).toContain(item)
        known.add(event.key)
      }
      if (event.kind === 'credit-note' || event.kind === 'dispute-noted') expect(known).toContain(event.invoice)
      if (event.kind === 'payment-typed') known.add(event.key)
      if (event.kind === 'bank-statement') {
        for (const { truth } of event.lines)
          if (truth.kind === 'deposit') for (const payment of truth.payments) expect(known).toContain(payment)
      }
    }
  })

  test('played in order, no invoice ever owes less than nothing, and none is paid before it is sent', () => {
    const owedCents = new Map<string, bigint>()
    const settle = ({ invoice, amount }: Settlement): void => {
      expect(parseMoney(amount)).toBeGreaterThan(0n)
      owedCents.set(invoice, (owedCents.get(invoice) ?? -1n) - parseMoney(amount))
      expect(owedCents.get(invoice), invoice).toBeGreaterThanOrEqual(0n)
    }
    for (const event of world.events) {
      if (event.kind === 'invoice-issued') owedCents.set(event.key, parseMoney(event.totals.gross))
      if (event.kind === 'credit-note') settle({ invoice: event.invoice, amount: event.totals.gross })
      if (event.kind === 'payment-typed') event.settles.forEach(settle)
      if (event.kind === 'bank-statement') {
        for (const { truth } of event.lines) if (truth.kind === 'customer-transfer') truth.settles.forEach(settle)
      }
    }
    for (const { invoice, payments } of livesOf(world)) for (const { on } of payments) expect(on >= invoice.on, invoice.key).toBe(true)
  })

  test('totals and instalments are those of the lines and terms', () => {
    for (const { lines, totals } of [...invoices, ...creditNotes]) expect(totalsText(totalsOf(lines))).toEqual(totals)
    for (const { instalments, terms, on, totals } of invoices) {
      expect(sum(instalments.map(({ amount }) => parseMoney(amount)))).toBe(parseMoney(totals.gross))
      expect(instalments.map(({ dueOn }) => dueOn)).toEqual(instalmentsOf(terms, on, toCents(100)).map(({ dueOn }) => dueOn))
    }
    expect(invoices.every(({ totals }) => parseMoney(totals.gross) > ZERO)).toBe(true)
  })

  test('numbers follow each other without a gap in each year', () => {
    for (const documents of [invoices, creditNotes]) {
      const numbered = documents.map(({ on, number }) => ({ on, number }))
      for (const ofYear of Map.groupBy(numbered, ({ on }) => yearOf(on)).values()) {
        expect(ofYear.map(({ number }) => Number(number.split('-').at(-1)))).toEqual(ofYear.map((_, index) => index + 1))
      }
    }
    expect(new Set([...invoices, ...creditNotes].map(({ number }) => number)).size).toBe(invoices.length + creditNotes.length)
  })

  test('a credit note credits lines of its invoice, never more than was sold', () => {
    const byKey = new Map(invoices.map((invoice) => [invoice.key, invoice]))
    for (const { invoice, lines } of creditNotes) {
      for (const { ofLine, quantity, unitPrice } of lines) {
        const sold = byKey.get(invoice)?.lines[ofLine]
        expect(sold?.unitPrice).toBe(unitPrice)
        expect(Number(quantity)).toBeLessThanOrEqual(Number(sold?.quantity))
      }
    }
  })

  test('every line has a VAT treatment that exists, for its nature', () => {
    for (const { vat, nature } of allLines) {
      expect(isTreatmentCode(vat), vat).toBe(true)
      expect(treatment(vat).natures, vat).toContain(nature)
    }
  })

  test('identifiers are valid and shared by nobody', () => {
    const parties = [world.company, ...world.customers]
    const sirens = parties.flatMap(({ siren }) => siren ?? [])
    expect(new Set(sirens).size).toBe(sirens.length)
    for (const { siren, siret, vatNumber } of parties) {
      if (siren !== undefined) expect(isSiren(siren), siren).toBe(true)
      if (siret !== undefined) expect(isSiret(siret) && sirenOfSiret(siret) === siren, siret).toBe(true)
      if (vatNumber !== undefined) expect(isVatNumber(vatNumber), vatNumber).toBe(true)
    }
    const ibans = [...world.company.bankAccounts, ...world.customers].map(({ iban }) => iban)
    expect(new Set(ibans).size).toBe(ibans.length)
    expect(ibans.filter((iban) => !isIban(iban))).toEqual([])
  })

  test('towns have their postcode', () => {
    const inMainland = world.customers.map(({ address }) => address).filter(({ country }) => country === 'FR')
    for (const { city, postcode } of inMainland) expect(towns).toContainEqual({ name: city, postcode })
  })

  test('invoices go out on worked days', () => {
    expect(invoices.filter(({ on }) => !isWorkingDay(on)).map(({ on }) => `${on} ${weekday(on)}`)).toEqual([])
  })
})

test('every VAT case of the company occurs, and goods that leave the mainland say where they went', () => {
  const [world] = worlds
  const invoices = world ? eventsOf(world, 'invoice-issued') : []
  const used = new Set(invoices.flatMap(({ lines }) => lines.map(({ vat }) => vat)))
  expect([...used].sort()).toEqual(
    ['AE_BTP', 'EU_GOODS', 'EU_SERVICES', 'EXEMPT_261D_2', 'EXPORT_GOODS', 'FR_10', 'FR_20', 'FR_5_5', 'NON_EU_SERVICES'].sort(),
  )
  for (const { lines, deliveryAddress } of invoices) {
    if (lines.some(({ vat }) => vat === 'EU_GOODS' || vat === 'EXPORT_GOODS')) expect(deliveryAddress?.country).toMatch(/^(?!FR)[A-Z]{2}$/)
  }
})

test('the franchise world never speaks of VAT', () => {
  const world = franchise({ until: TODAY })
  expect(world.company.vatNumber).toBeUndefined()
  expect(eventsOf(world, 'invoice-issued').map(({ totals }) => totals)).toEqual([{ net: '1012.00', vat: '0.00', gross: '1012.00' }])
})
