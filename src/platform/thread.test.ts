import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '#core/refusal'
import { openThread } from './thread.ts'

const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
const PROGRAM = `
import { answerOrders } from ${at('thread.ts')}
import { Refusal } from ${at('../core/refusal.ts')}
answerOrders((order) => {
  if (order === 'refuse') throw new Refusal('no_such_thing', { status: 409, facts: { most: 3 }, field: 'file' })
  if (order === 'break') throw new TypeError('broken')
  if (order === 'die') process.exit(7)
  return order * 2
})`

let folder = ''
let program: URL
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'encours-thread-'))
  writeFileSync(join(folder, 'program.mjs'), PROGRAM)
  program = pathToFileURL(join(folder, 'program.mjs'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('orders are answered, each with its own answer', async () => {
  const order = openThread(program)
  expect(await Promise.all([1, 2, 3].map(order))).toEqual([2, 4, 6])
})

test('a refusal comes out as a refusal, any other error with its words, and the thread goes on', async () => {
  const order = openThread(program)
  await expect(order('refuse')).rejects.toMatchObject({ code: 'no_such_thing', status: 409, facts: { most: 3 }, field: 'file' })
  await expect(order('refuse')).rejects.toBeInstanceOf(Refusal)
  await expect(order('break')).rejects.toThrow('broken')
  expect(await order(4)).toBe(8)
})

test('a thread that ends takes what waited with it, and the next order has a new one', async () => {
  const order = openThread(program)
  const told = await Promise.allSettled([order('die'), order(1)])
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await order(5)).toBe(10)
})

test('no more wait than the bound says', async () => {
  const order = openThread(program, { bound: { most: 2, refuse: () => new Refusal('busy', { status: 429 }) } })
  const told = await Promise.allSettled([1, 2, 3].map(order))
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(await order(3)).toBe(6)
})
