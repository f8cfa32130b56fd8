import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { aCustomer, anIssuedInvoice } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { type Application, createApplication } from '../../app/application.ts'
import type { JobPayload } from '#platform/jobs'

/* Issued on Monday 2 March 2026, due on Wednesday 1 April; the rule says 7 days: Wednesday 8 April. */
const ISSUED = '2026-03-02T09:00:00Z'
const RIPE = '2026-04-08T08:10:00Z'

let api: TestApi
let customerId: string
beforeEach(async () => {
  api = await openTestApi(inject('databaseServer'), { at: ISSUED })
  customerId = await aCustomer(api)
  await api.call('PUT', '/dunning/settings', { enabled: true, delayDays: 7 })
})
afterEach(() => api.close())

/** A scheduled job carries no company. */
const SCHEDULED = {} as JobPayload
const run = ({ jobs }: Application): Promise<void> => jobs['dunning.run']?.(SCHEDULED) ?? Promise.reject(new Error('no such job'))
const hour = (instant: string): Promise<void> => {
  api.clock.moveTo(instant)
  return run(api.application)
}
/** Every hour of every day, as the server would. */
const hoursOf = async (...days: string[]) => {
  for (const day of days) for (let at = 0; at < 24; at += 1) await hour(`${day}T${String(at).padStart(2, '0')}:10:00Z`)
}
const mails = () =>
  api.database.owner.selectFrom('mail_messages').selectAll().where('kind', '=', 'reminder').orderBy('created_at').execute()
const pay = (amount: string, invoiceId?: string) =>
  api.call('POST', '/payments', {
    customerId,
    paidOn: '2026-04-02',
    amount,
    allocate: invoiceId === undefined ? [] : [{ invoiceId, amount }],
  })
type Next = { on: string | null; sentence: string; blocked: { code: string; sentence: string } | null }
const nextOf = async (invoiceId: string) => (await api.call<Next>('GET', `/invoices/${invoiceId}/next-reminder`)).body
const eventsAbout = async (invoiceId: string) =>
  (
    await api.call<{ rows: { name: string; facts: Record<string, unknown> }[] }>('GET', `/timeline?invoiceId=${invoiceId}`)
  ).body.rows.filter(({ name }) => name.startsWith('reminder'))

describe('the rule', () => {
  it('reminds once on the seventh day, and says so on the invoice', async () => {
    const invoice = await anIssuedInvoice(api, customerId)
    await hoursOf('2026-04-06', '2026-04-07')
    expect(await mails()).toEqual([])
    await hoursOf('2026-04-08', '2026-04-09', '2026-04-10')
    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      to_addresses: ['compta@le-bihan.example'],
      subject: expect.stringContaining(`Rappel : facture ${invoice.number}`),
    })
    expect(mail?.created_at.toISOString()).toBe('2026-04-08T06:10:00.000Z')
    const { body: link } = await api.call<{ url: string }>('GET', `/invoices/${invoice.id}/link`)
    for (const body of [mail?.html, mail?.text]) expect(body).toContain(link.url)
    expect(await eventsAbout(invoice.id)).toMatchObject([
      { name: 'reminder.sent', facts: { number: invoice.number, channel: 'email', origin: 'rule', leaves: false } },
    ])
  })

  it('catches up once after three days down', async () => {
    await anIssuedInvoice(api, customerId)
    await hoursOf('2026-04-07')
    // Nothing runs on the 8th, 9th and 10th; the weekend follows.
    await hoursOf('2026-04-11', '2026-04-12', '2026-04-13', '2026-04-14')
    expect((await mails()).map(({ created_at: at }) => at.toISOString())).toEqual(['2026-04-13T06:10:00.000Z'])
  })

  it('moves from the weekend and Easter Monday to the next working day', async () => {
    // Due Saturday 28 March: seven days later is Holy Saturday, Monday is a holiday.
    api.clock.moveTo('2026-02-26T09:00:00Z')
    const invoice = await anIssuedInvoice(api, customerId)
    expect(invoice.dueOn).toBe('2026-03-28')
    await hoursOf('2026-04-04', '2026-04-05', '2026-04-06')
    expect(await mails()).toEqual([])
    await hoursOf('2026-04-07')
    expect(await mails()).toHaveLength(1)
  })

  it('sends nothing when the invoice was paid that very morning', async () => {
    const invoice = await anIssuedInvoice(api, customerId)
    api.clock.moveTo('2026-04-08T05:00:00Z')
    await pay('1336.52', invoice.id)
    await hoursOf('2026-04-08', '2026-04-09')
    expect(await mails()).toEqual([])
    expect(await nextOf(invoice.id)).toMatchObject({ on: null, sentence: 'Pas de relance à venir : rien ne reste à payer.' })
  })

  it('asks for what remains after a part payment', async () => {
    const invoice = await anIssuedInvoice(api, customerId)
    api.clock.moveTo('2026-04-03T09:00:00Z')
    await pay('1000', invoice.id)
    await hour(RIPE)
    const [mail] = await mails()
    expect(mail?.text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('Reste à régler : 336,52 €')
    expect(mail?.text).not.toContain('336,52\u00a0€ de votre part')
  })

  it('sends nothing for an invoice fully credited', async () => {
    const invoice = await anIssuedInvoice(api, customerId)
    const note = await api.call<{ id: string }>('POST', `/invoices/${invoice.id}/credit`, {})
    await api.call('POST', `/invoices/${note.body.id}/issue`, {})
    await hoursOf('2026-04-08', '2026-04-09')
    expect(await mails()).toEqual([])
  })

  it('sends one message when two processes run at the same moment', async () => {
    await anIssuedInvoice(api, customerId)
    const second = api.reopen()
    const { clock, log, mail, publicUrl, secret } = api.application
    const other = createApplication({ database: second, clock, log, mail, publicUrl, secret })
    try {
      api.clock.moveTo(RIPE)
      await Promise.all([api.application, other, api.application, other].map(run))
      expect(await mails()).toHaveLength(1)
    } finally {
      await second.close()
    }
  })

  it('writes one message for all that is late, in the customer’s language', async () => {
    customerId = await aCustomer(api, { language: 'en', name: 'Whitby Timber' })
    const first = await anIssuedInvoice(api, customerId)
    const second = await anIssuedInvoice(api, customerId)
    await hour(RIPE)
    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Reminder: 2 invoices, €2,673.04 to pay')
    for (const { number } of [first, second]) expect(mail?.text).toContain(number)
    expect(mail?.html).toContain('lang="en"')
  })

  it('keeps five days between two contacts, and loses none', async () => {
    await anIssuedInvoice(api, customerId)
    api.clock.moveTo('2026-03-04T09:00:00Z')
    const later = await anIssuedInvoice(api, customerId)
    await hoursOf('2026-04-08', '2026-04-09', '2026-04-10')
    expect(await mails()).toHaveLength(1)
    expect(await nextOf(later.id)).toMatchObject({ on: '2026-04-13', blocked: { code: 'too_soon' } })
    await hoursOf('2026-04-13', '2026-04-14')
    const [, second, ...others] = await mails()
    expect(others).toEqual([])
    expect(second?.subject).toContain('2 factures')
  })

  it('holds while the customer’s money lies unallocated, says so, and resumes when it does not cover what is late', async () => {
    const invoice = await anIssuedInvoice(api, customerId)
    api.clock.moveTo('2026-04-07T09:00:00Z')
    const payment = await api.call<{ id: string }>('POST', '/payments', { customerId, paidOn: '2026-04-07', amount: '1400', allocate: [] })
    await hoursOf('2026-04-08')
    expect(await mails()).toEqual([])
    expect((await nextOf(invoice.id)).sentence.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      'Aucune relance ne part : 1 400,00 € de ce client ne sont affectés à aucune facture. Affectez-les d’abord.',
    )
    await api.call('POST', `/payments/${payment.body.id}/reversal`, { reversedOn: '2026-04-08', reason: 'Rejet' })
    await hour('2026-04-09T08:10:00Z')
    expect(await mails()).toHaveLength(1)
  })

  it('is off until switched on, and does nothing at night', async () => {
    await anIssuedInvoice(api, customerId)
    await api.call('PUT', '/dunning/settings', { enabled: false, delayDays: 7 })
    await hoursOf('2026-04-08')
    await api.call('PUT', '/dunning/settings', { enabled: true, delayDays: 7 })
    await hour('2026-04-08T18:10:00Z')
    await hour('2026-04-09T05:10:00Z')
    expect(await mails()).toEqual([])
    await hour('2026-04-09T06:10:00Z')
    expect(await mails()).toHaveLength(1)
  })

  it('leaves the other companies alone', async () => {
    const other = await api.foundCompany('autre')
    await anIssuedInvoice(api, customerId)
    await hour(RIPE)
    const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    expect((await call<{ rows: unknown[] }>('GET', '/dunning/history')).body.rows).toEqual([])
    expect(await call('POST', `/customers/${customerId}/reminder`, {})).toMatchObject({ status: 404 })
  })
})

describe('a customer without e-mail', () => {
  beforeEach(async () => {
    await api.database.owner.updateTable('customer_contacts').set({ email: '' }).where('customer_id', '=', customerId).execute()
  })

  it('gets a letter to post rather than silence, once', async () => {
    const invoice = await anIssuedInvoice(api, customerId)
    await hoursOf('2026-04-08', '2026-04-09')
    expect(await mails()).toEqual([])
    type Work = { rows: { letter: { reminderId: string } | null; channel: string }[] }
    const work = await api.call<Work>('GET', '/dunning/worklist')
    expect(work.body.rows).toMatchObject([{ channel: 'letter', letter: { on: '2026-04-08' } }])
    expect(await eventsAbout(invoice.id)).toMatchObject([{ name: 'reminder.to_post' }])
    const reminderId = work.body.rows[0]?.letter?.reminderId ?? ''
    expect((await api.call('POST', `/dunning/letters/${reminderId}/posted`, {})).status).toBe(200)
    expect((await api.call('POST', `/dunning/letters/${reminderId}/posted`, {})).body).toMatchObject({ code: 'dunning_letter_not_waiting' })
    expect((await api.call('GET', '/dunning/worklist')).body).toMatchObject({ rows: [{ letter: null }] })
    expect((await api.call('GET', '/dunning/history')).body).toMatchObject({ rows: [{ state: 'posted', channel: 'letter' }] })
    expect(await eventsAbout(invoice.id)).toMatchObject([
      { name: 'reminder.sent', facts: { leaves: true } },
      { name: 'reminder.to_post', facts: { leaves: false } },
    ])
  })
})

describe('by hand', () => {
  it('reminds one customer now, and stands for the rule’s reminder', async () => {
    const invoice = await anIssuedInvoice(api, customerId)
    api.clock.moveTo('2026-04-03T09:00:00Z')
    const sent = await api.call('POST', `/customers/${customerId}/reminder`, {})
    expect(sent.body).toMatchObject({ channel: 'email', to: ['compta@le-bihan.example'], total: '1336.52' })
    await hoursOf('2026-04-08', '2026-04-09', '2026-04-10')
    expect(await mails()).toHaveLength(1)
    expect(await nextOf(invoice.id)).toMatchObject({
      on: null,
      sentence: 'Pas de relance à venir : le client a été relancé le 3 avril 2026.',
    })
    expect((await api.call('GET', `/dunning/history?invoiceId=${invoice.id}`)).body).toMatchObject({
      rows: [{ origin: 'hand', total: '1336.52', invoices: [{ number: invoice.number, open: '1336.52' }], state: 'waiting' }],
    })
  })

  it('is refused when nothing is late, or when the customer’s money waits for us', async () => {
    await anIssuedInvoice(api, customerId)
    api.clock.moveTo('2026-04-01T09:00:00Z')
    expect((await api.call('POST', `/customers/${customerId}/reminder`, {})).body).toMatchObject({
      code: 'dunning_nothing_late',
      message: 'Menuiseries Le Bihan n’a rien en retard : il n’y a rien à relancer.',
    })
    api.clock.moveTo('2026-04-03T09:00:00Z')
    await pay('1336.52')
    expect((await api.call('POST', `/customers/${customerId}/reminder`, {})).body).toMatchObject({ code: 'dunning_money_unallocated' })
  })
})

describe('before switching it on', () => {
  it('the preview says what would leave on the next working day, and sends nothing', async () => {
    await api.call('PUT', '/dunning/settings', { enabled: false, delayDays: 7 })
    await anIssuedInvoice(api, customerId)
    await anIssuedInvoice(api, await aCustomer(api, { name: 'Ébénisterie Kermarrec' }))
    // Friday evening: the next working day is Monday.
    api.clock.moveTo('2026-04-10T17:00:00Z')
    const { body } = await api.call<{ sentence: string }>('GET', '/dunning/preview?delayDays=7')
    expect(body).toMatchObject({ on: '2026-04-13', customers: 2, invoices: 2, letters: 0, total: '2673.04' })
    expect(body.sentence.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      '2 relances partiraient le 13 avril 2026, à 2 clients, pour 2 factures : 2 673,04 €.',
    )
    expect((await api.call('GET', '/dunning/preview?delayDays=30')).body).toMatchObject({
      customers: 0,
      sentence: 'Aucune relance ne partirait le 13 avril 2026.',
    })
    expect((await api.call('GET', '/dunning/preview?delayDays=0')).status).toBe(400)
    expect(await mails()).toEqual([])
  })

  it('an invoice says why nothing leaves', async () => {
    await api.call('PUT', '/dunning/settings', { enabled: false, delayDays: 7 })
    const invoice = await anIssuedInvoice(api, customerId)
    expect(await nextOf(invoice.id)).toEqual({
      on: null,
      sentence: 'Aucune relance ne part : les relances automatiques sont arrêtées.',
      blocked: { code: 'rule_off', sentence: 'Aucune relance ne part : les relances automatiques sont arrêtées.' },
    })
    await api.call('PUT', '/dunning/settings', { enabled: true, delayDays: 7 })
    expect((await nextOf(invoice.id)).sentence).toBe(
      'Prochaine relance le 8 avril 2026, parce que l’échéance du 1er avril 2026 est à relancer au bout de 7 jours.',
    )
  })
})
