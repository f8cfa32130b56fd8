import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { actorName, eventSentence, toldEvents } from './texts.ts'

const sources = path.join(import.meta.dirname, '..')

async function eventNames(): Promise<string[]> {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^[a-z]+\/events\.ts$/.test(file) && file !== 'platform/events.ts',
  )
  const modules = await Promise.all(files.map((file) => import(path.join(sources, file)) as Promise<Record<string, unknown>>))
  const kinds = modules.flatMap((module) => Object.values(module)) as { eventName?: string }[]
  return kinds.flatMap(({ eventName }) => eventName ?? [])
}

test('every event of the house has its sentence in both languages', async () => {
  const names = (await eventNames()).sort()
  expect(names.length).toBeGreaterThan(20)
  for (const locale of ['fr', 'en'] as const) expect(names.filter((name) => !toldEvents(locale).includes(name))).toEqual([])
})

test('amounts and days of the trail are read as people read them', () => {
  const facts = { kind: 'invoice', number: 'F-2026-00012', totalCents: '124050' }
  expect(eventSentence('invoice.issued', facts, 'fr')).toBe('Facture F-2026-00012 émise, 1\u202f240,50\u00a0€')
  expect(eventSentence('invoice.issued', { ...facts, kind: 'credit_note' }, 'en')).toBe('Credit note F-2026-00012 issued, €1,240.50')
  expect(eventSentence('payment.recorded', { amountCents: '5000', method: 'cheque', paidOn: '2026-03-01' }, 'fr')).toBe(
    'Paiement de 50,00\u00a0€ reçu par chèque le 1er mars 2026',
  )
  const refund = { amountCents: '-5000', method: 'transfer', paidOn: '2026-03-01' }
  expect(eventSentence('payment.recorded', refund, 'fr')).toBe('Remboursement de 50,00\u00a0€ le 1er mars 2026')
  expect(eventSentence('payment.recorded', refund, 'en')).toBe('Refund of €50.00 on 1 Mar 2026')
})

test('a message that never left is not told as sent', () => {
  const facts = { number: 'F-2026-00012', to: ['compta@le-bihan.example'], openCents: '5000' }
  const kept = 'gardé dans Courrier, non envoyé : aucun serveur d’envoi'
  expect(eventSentence('invoice.sent', { ...facts, leaves: false }, 'fr')).toBe(
    `Document F-2026-00012 pour compta@le-bihan.example ${kept}`,
  )
  expect(eventSentence('reminder.sent', { ...facts, leaves: false }, 'en')).toContain('kept in Mail, not sent')
  for (const leaves of [true, undefined])
    expect(eventSentence('invoice.sent', { ...facts, leaves }, 'fr')).toBe('Document F-2026-00012 envoyé à compta@le-bihan.example')
})

test('missing or odd facts never break the timeline', () => {
  for (const name of toldEvents('fr')) {
    expect(eventSentence(name, {}, 'fr')).not.toContain('undefined')
    expect(eventSentence(name, { number: { a: 1 }, to: 'x', amountCents: 'abc' }, 'en')).not.toContain('[object')
  }
  expect(eventSentence('something.new', {}, 'fr')).toBe('something.new')
})

test('who did it is named, a program by its key', () => {
  expect(actorName({ kind: 'person', name: 'Maud' }, 'fr')).toBe('Maud')
  expect(actorName({ kind: 'api-key', name: 'Boutique' }, 'fr')).toBe('Clé d’API « Boutique »')
  expect(actorName({ kind: 'system', name: 'dunning' }, 'en')).toBe('Encours')
})
