import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { send } from './transport.tsx'

vi.mock('./locale.tsx', () => ({ currentLocale: () => 'en' }))

const answers: (() => Response)[] = []
let sent: Request[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('location', { pathname: '/atelier-morin/factures' })
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request)
    return (answers.shift() ?? (() => new Response('{}')))()
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  answers.length = 0
  sent = []
})

const lost = (): Response => {
  throw new TypeError('network lost')
}
const restarting = () => new Response('', { status: 503 })
const write = () => new Request('https://encours.test/api/invoices', { method: 'POST', body: '{"name":"Aubry"}' })

async function sendPatiently(request: Request): Promise<Response> {
  const answer = send(request)
  answer.catch(() => undefined)
  await vi.runAllTimersAsync()
  return answer
}

test('a request says for which company and in which language', async () => {
  await sendPatiently(new Request('https://encours.test/api/invoices'))
  expect(sent[0]?.headers.get('Encours-Company')).toBe('atelier-morin')
  expect(sent[0]?.headers.get('Accept-Language')).toBe('en')
  expect(sent[0]?.headers.has('Idempotency-Key')).toBe(false)
})

test('a write that the network lost is sent again whole, with the same idempotency key', async () => {
  answers.push(lost, restarting)
  expect((await sendPatiently(write())).status).toBe(200)
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map((request) => request.headers.get('Idempotency-Key'))).size).toBe(1)
  expect(await sent[2]?.text()).toBe('{"name":"Aubry"}')
})

test('two writes never share a key', async () => {
  await sendPatiently(write())
  await sendPatiently(write())
  expect(new Set(sent.map((request) => request.headers.get('Idempotency-Key'))).size).toBe(2)
})

test('a refusal is an answer: it is not sent again', async () => {
  answers.push(() => new Response('{}', { status: 409 }))
  expect((await sendPatiently(write())).status).toBe(409)
  expect(sent).toHaveLength(1)
})

test('after three tries the trouble is told', async () => {
  answers.push(lost, lost, lost)
  await expect(sendPatiently(write())).rejects.toThrow('network lost')
  expect(sent).toHaveLength(3)
})
