/** The API, for what a journey needs to find in place and is not about. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse } from 'playwright-core'

export type Api = {
  get<Output>(path: string): Promise<Output>
  post<Output>(path: string, body: unknown): Promise<Output>
  /** The answer as it is, refused or not. */
  try(method: 'GET' | 'POST', path: string, body?: unknown): Promise<APIResponse>
}

export function apiOf(request: APIRequestContext, company: string): Api {
  const send: Api['try'] = (method, path, body) =>
    request.fetch(`/api${path}`, {
      method,
      headers: {
        'Encours-Company': company,
        'Accept-Language': 'fr',
        ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
      },
      ...(body !== undefined && { data: body }),
    })
  const answer = async <Output>(response: Promise<APIResponse>): Promise<Output> => {
    const received = await response
    assert.ok(received.ok(), `${received.url()}: ${received.status()} ${received.ok() ? '' : await received.text()}`)
    return (await received.json()) as Output
  }
  return { get: (path) => answer(send('GET', path)), post: (path, body) => answer(send('POST', path, body)), try: send }
}
