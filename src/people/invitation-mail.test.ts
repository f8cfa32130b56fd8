import { expect, test } from 'vitest'
import { invitationMail } from './invitation-mail.ts'

const facts = {
  to: 'lea@morin.fr',
  company: 'Ailleurs <b>& Cie</b>',
  inviter: 'Hugo "le Grand"',
  role: 'reader',
  link: 'https://encours.test/invitation/abc',
  expiresAt: new Date('2026-03-08T23:30:00Z'),
} as const

test('the mail names company and inviter as text, never as markup', () => {
  const { html, text } = invitationMail({ ...facts, locale: 'fr' })
  expect(html).toContain('Ailleurs &lt;b&gt;&amp; Cie&lt;/b&gt;')
  expect(html).not.toContain('<b>')
  expect(text).toContain('Ailleurs <b>& Cie</b>')
})

test('the last day is told as the calendar in France has it', () => {
  expect(invitationMail({ ...facts, locale: 'fr' }).text).toContain('jusqu’au 9 mars 2026')
  expect(invitationMail({ ...facts, locale: 'en' }).text).toContain('until 9 March 2026')
})
