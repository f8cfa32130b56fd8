import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { aCustomer } from '../../app/samples.fixture.ts'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { sha256Hex } from '#platform/canonical'
import { localMailer, type Mailer, smtpMailer } from '#platform/smtp'

type Received = { readonly to: string[]; readonly raw: string }
let received: Received[] = []
let refusal: { message: string; code: number } | undefined

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: (_address, _session, answer) => answer(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code })),
  onData: (stream, session, answer) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('latin1') })
      answer()
    })
  },
})

let api: TestApi
let mailer: Mailer
beforeAll(async () => {
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const { port } = server.server.address() as { port: number }
  mailer = smtpMailer(`smtp://127.0.0.1:${port}`)
  api = await openTestApi(inject('databaseServer'), { mailer })
})
afterAll(async () => {
  await api.close()
  await new Promise<void>((closed) => {
    server.close(closed)
  })
})
beforeEach(() => {
  received = []
  refusal = undefined
})
afterEach(() => api.runJobs())

type Message = {
  id: string
  state: string
  attempts: number
  lastError: string | null
  attachments: { fileName: string; place: number }[]
  html: string
}

async function sentInvoice(): Promise<{ invoiceId: string; mailId: string; pdfSha256: string }> {
  const customerId = await aCustomer(api)
  const draft = await api.call<{ id: string }>('POST', '/invoices', {
    customerId,
    lines: [{ name: 'Établi', quantity: '1', unitPrice: '100', vatCode: 'FR_20' }],
  })
  const issued = await api.call<{ sha256: string }>('POST', `/invoices/${draft.body.id}/issue`, { send: true })
  const list = await api.call<{ rows: { id: string }[] }>('GET', `/mail?invoiceId=${draft.body.id}`)
  return { invoiceId: draft.body.id, mailId: list.body.rows[0]?.id ?? '', pdfSha256: issued.body.sha256 }
}
const sendingOf = async (of: TestApi, invoiceId: string) => {
  const { body } = await of.call<{ rows: { name: string; facts: unknown }[] }>('GET', `/timeline?invoiceId=${invoiceId}`)
  return body.rows.filter(({ name }) => name === 'invoice.sent')
}
const messageOf = async (mailId: string): Promise<Message> => (await api.call<Message>('GET', `/mail/${mailId}`)).body
/** One attempt, as the job makes it. */
const attempt = (mailId: string): Promise<void> =>
  api.application.jobs['mail.send']?.({ companyId: api.company.id, mailId }) ?? Promise.reject(new Error('no such job'))

describe('a message', () => {
  it('reaches the mail server once, with its attachment byte for byte', async () => {
    const { mailId, pdfSha256 } = await sentInvoice()
    await api.runJobs()
    await attempt(mailId)
    expect(received).toHaveLength(1)
    const [mail] = received
    expect(mail?.to).toEqual(['compta@le-bihan.example'])
    expect(mail?.raw).toMatch(/^From: "?Atelier_?|^From: =\?UTF-8/m)
    expect(mail?.raw).toContain('Reply-To: compta@atelier-broceliande.example')
    expect(mail?.raw).toContain(`Message-ID: <${mailId}@encours.test>`)
    const encoded = /filename=F2026-\d+\.pdf\r\n\r\n([\s\S]+?)\r\n--/.exec(mail?.raw ?? '')?.[1] ?? ''
    expect(sha256Hex(Buffer.from(encoded, 'base64'))).toBe(pdfSha256)
    expect(await messageOf(mailId)).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
  })

  it('waits with the server’s reason while it is refused, and is sent once accepted', async () => {
    const { mailId } = await sentInvoice()
    refusal = { message: 'Greylisted, come back later', code: 451 }
    await expect(attempt(mailId)).rejects.toThrow()
    await expect(attempt(mailId)).rejects.toThrow()
    expect(await messageOf(mailId)).toMatchObject({ state: 'waiting', attempts: 2, lastError: expect.stringContaining('Greylisted') })
    refusal = undefined
    await attempt(mailId)
    expect(await messageOf(mailId)).toMatchObject({ state: 'sent', attempts: 3, lastError: null })
    expect(received).toHaveLength(1)
  })

  it('is failed after ten refusals, tried no more, and sent again when a person asks', async () => {
    const { mailId } = await sentInvoice()
    refusal = { message: 'No such user here', code: 550 }
    for (let count = 1; count < 10; count += 1) await expect(attempt(mailId)).rejects.toThrow()
    await attempt(mailId)
    expect(await messageOf(mailId)).toMatchObject({ state: 'failed', attempts: 10, lastError: expect.stringContaining('No such user') })
    refusal = undefined
    await attempt(mailId)
    expect(received).toEqual([])
    expect(await api.call('POST', `/mail/${mailId}/resend`, {})).toMatchObject({ status: 200, body: { state: 'waiting', attempts: 0 } })
    await api.runJobs()
    expect(received).toHaveLength(1)
    expect(await messageOf(mailId)).toMatchObject({ state: 'sent' })
    expect(await api.call('POST', `/mail/${mailId}/resend`, {})).toMatchObject({ status: 409, body: { code: 'mail_not_failed' } })
  })

  it('cannot be given headers by what a customer is called', async () => {
    const customerId = await aCustomer(api, { name: 'Le Bihan\r\nBcc: espion@ailleurs.example' })
    const draft = await api.call<{ id: string }>('POST', '/invoices', {
      customerId,
      lines: [{ name: 'Établi', quantity: '1', unitPrice: '100', vatCode: 'FR_20' }],
    })
    await api.call('POST', `/invoices/${draft.body.id}/issue`, { send: true })
    await api.runJobs()
    expect(received.at(-1)?.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im)
    expect(received.at(-1)?.to).toEqual(['compta@le-bihan.example'])
  })
})

describe('the mailbox', () => {
  it('lists messages newest first, page by page, and gives each with its files', async () => {
    api.clock.moveTo('2026-03-02T10:00:00Z')
    const older = await sentInvoice()
    api.clock.moveTo('2026-03-02T11:00:00Z')
    const newer = await sentInvoice()
    type Page = { rows: { id: string; attachments: number }[]; nextCursor: string | null }
    const first = await api.call<Page>('GET', '/mail?limit=1')
    expect(first.body).toMatchObject({ rows: [{ id: newer.mailId, attachments: 1 }] })
    const second = await api.call<Page>('GET', `/mail?limit=1&cursor=${first.body.nextCursor ?? ''}`)
    expect(second.body.rows).toMatchObject([{ id: older.mailId }])
    const file = await api.call<Uint8Array>('GET', `/mail/${newer.mailId}/attachments/0`)
    expect(sha256Hex(file.body)).toBe(newer.pdfSha256)
    expect(await api.call('GET', `/mail/${newer.mailId}/attachments/1`)).toMatchObject({ status: 404 })
    expect(await api.call('GET', '/mail?cursor=nonsense')).toMatchObject({ status: 400, body: { code: 'cursor_unknown' } })
  })

  it('is closed to another company', async () => {
    const { mailId } = await sentInvoice()
    const other = await api.foundCompany('ailleurs')
    const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    expect(await call('GET', `/mail/${mailId}`)).toMatchObject({ status: 404 })
    expect(await call('POST', `/mail/${mailId}/resend`, {})).toMatchObject({ status: 404 })
    expect((await call<{ rows: unknown[] }>('GET', '/mail')).body.rows).toEqual([])
  })

  it('says that a message is kept here while no mail server is set, on the timeline too', async () => {
    expect((await api.call('GET', '/mail/server')).body).toEqual({ leaves: true })
    expect(await sendingOf(api, (await sentInvoice()).invoiceId)).toMatchObject([{ facts: { leaves: true } }])
    const alone = await openTestApi(inject('databaseServer'), { mailer: localMailer })
    try {
      const customerId = await aCustomer(alone)
      const draft = await alone.call<{ id: string }>('POST', '/invoices', {
        customerId,
        lines: [{ name: 'Établi', quantity: '1', unitPrice: '100', vatCode: 'FR_20' }],
      })
      await alone.call('POST', `/invoices/${draft.body.id}/issue`, { send: true })
      await alone.runJobs()
      expect((await alone.call('GET', '/mail/server')).body).toEqual({ leaves: false })
      expect((await alone.call('GET', '/mail')).body).toMatchObject({ rows: [{ state: 'kept', attempts: 1 }] })
      expect(await sendingOf(alone, draft.body.id)).toMatchObject([{ facts: { to: ['compta@le-bihan.example'], leaves: false } }])
    } finally {
      await alone.close()
    }
  })
})
