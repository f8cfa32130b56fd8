import { expect, test } from 'vitest'
import { createSessionCache } from './session-cache.ts'

const session = (id: string) => ({ sessionId: `session-${id}`, person: { id, name: id }, memberships: [] })

test('a session is believed for less than five seconds, so its end in another process is felt in time', () => {
  let now = 0
  const cache = createSessionCache(() => now)
  cache.put('cookie', session('lea'))
  expect(cache.get('cookie')?.person.id).toBe('lea')
  now = 4_999
  expect(cache.get('cookie')).toBeUndefined()
})

test('forgetting a person forgets all their sessions and nobody else’s', () => {
  const cache = createSessionCache(() => 0)
  cache.put('phone', session('lea'))
  cache.put('desk', session('lea'))
  cache.put('other', session('paul'))
  cache.forget('lea')
  expect(['phone', 'desk', 'other'].map((cookie) => cache.get(cookie)?.person.id)).toEqual([undefined, undefined, 'paul'])
})

test('the cache stays bounded however many sessions pass', () => {
  const cache = createSessionCache(() => 0)
  for (let n = 0; n <= 2_000; n++) cache.put(`cookie-${n}`, session(`person-${n}`))
  expect(cache.get('cookie-0')).toBeUndefined()
  expect(cache.get('cookie-2000')).toBeDefined()
})
