import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createSite } from './site.ts'
import { openTestApi, type TestApi } from './test-api.ts'

type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly responses: Readonly<Record<string, unknown>>
  readonly security?: readonly unknown[]
}
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

let api: TestApi
let site: ReturnType<typeof createSite>
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'))
  site = createSite(api.application)
})
afterAll(() => api.close())

const document = async () => (await (await site.request('/openapi.json')).json()) as Document
const operationAt = ({ paths }: Document, way: string, path: string): Operation => {
  const operation = paths[path]?.[way]
  if (!operation) throw new Error(`${way} ${path} is not described`)
  return operation
}

describe('the API, described', () => {
  it('tells programs how not to act twice, how to try, and what may be refused', async () => {
    const issue = operationAt(await document(), 'post', '/invoices/{id}/issue')
    expect(issue.parameters?.map(({ name }) => name)).toEqual(expect.arrayContaining(['id', 'Idempotency-Key', 'dryRun']))
    expect(Object.keys(issue.responses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '404', '409']))
    const list = operationAt(await document(), 'get', '/invoices')
    expect(list.parameters?.map(({ name }) => name)).not.toContain('Idempotency-Key')
  })

  it('asks for files as forms, and for no key where none is needed', async () => {
    const statement = operationAt(await document(), 'post', '/bank/statements')
    expect(Object.keys(statement.requestBody?.content ?? {})).toEqual(['multipart/form-data'])
    expect(operationAt(await document(), 'post', '/people/sign-in').security).toEqual([])
  })

  it('describes no operation with a shape that nothing fits', async () => {
    expect(JSON.stringify(await document())).not.toContain('"not":{}')
  })

  it('is read by people too', async () => {
    const page = await site.request('/api/docs')
    expect(page.headers.get('content-type')).toContain('text/html')
    const text = await page.text()
    for (const part of ['Encours API', '/api/invoices', 'Idempotency-Key', 'POST']) expect(text).toContain(part)
  })

  it('says to a program that its key is refused, not that it should sign in', async () => {
    const answer = await site.request('/api/invoices', { headers: { authorization: 'Bearer enc_nothing' } })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'api_key_refused', message: 'Cette clé d’API est inconnue ou a été révoquée.' })
    expect(await (await site.request('/api/nothing-here')).json()).toMatchObject({ code: 'not_found' })
  })
})
