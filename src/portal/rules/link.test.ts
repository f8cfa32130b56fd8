import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, makeDay } from '#core/day'
import { uuidv7 } from '#core/ids'
import { linkExpiry, readLink, signLink } from './link.ts'

const SECRET = new TextEncoder().encode('a secret of the tests and of nothing else')
const facts = { companyId: uuidv7(new Date(0)), invoiceId: uuidv7(new Date(1)), expiresOn: '2027-04-06' as Day }
const token = signLink(SECRET, facts)
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const days = fc.integer({ min: 0, max: 50_000 }).map((count) => addDays(makeDay(1990, 1, 1), count))

describe('a signed link', () => {
  it('opens the document it was made for, up to and on its last day', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), days, (companyId, invoiceId, expiresOn) => {
        const read = readLink(SECRET, signLink(SECRET, { companyId, invoiceId, expiresOn }), expiresOn)
        expect(read).toEqual({ companyId, invoiceId, expiresOn })
      }),
    )
  })

  it('is 68 characters that mail programs do not break', () => {
    expect(token).toMatch(/^[A-Za-z0-9_-]{68}$/)
  })

  it('is expired the day after', () => {
    expect(() => readLink(SECRET, token, '2027-04-07' as Day)).toThrow(expect.objectContaining({ code: 'link_expired', status: 410 }))
  })

  it('is unknown as soon as any one character of it changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 67 }), fc.integer({ min: 1, max: 63 }), (place, shift) => {
        const changed = ALPHABET[(ALPHABET.indexOf(token.charAt(place)) + shift) % 64]
        const forged = token.slice(0, place) + changed + token.slice(place + 1)
        expect(() => readLink(SECRET, forged, facts.expiresOn)).toThrow(expect.objectContaining({ code: 'link_unknown', status: 404 }))
      }),
    )
  })

  it.each(['', 'x', `${token}A`, token.slice(1), `${token.slice(0, -1)}=`, '../../etc/passwd', 'é'.repeat(68)])(
    'is unknown when it is no link: %j',
    (text) => {
      expect(() => readLink(SECRET, text, facts.expiresOn)).toThrow(expect.objectContaining({ code: 'link_unknown' }))
    },
  )

  it('is unknown to another installation', () => {
    expect(() => readLink(new TextEncoder().encode('another secret'), token, facts.expiresOn)).toThrow(
      expect.objectContaining({ code: 'link_unknown' }),
    )
  })

  it('lives 400 days from the issue, and 90 days from a reminder sent late', () => {
    expect(linkExpiry('2026-03-02' as Day, '2026-03-02' as Day)).toBe('2027-04-06')
    expect(linkExpiry('2020-01-01' as Day, '2026-03-02' as Day)).toBe('2026-05-31')
  })
})
