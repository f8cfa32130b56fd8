import { expect, test } from 'vitest'

import { parseLockFile } from './lock-file.ts'

test('the lock file of a server tells who, since when, and where it listens', () => {
  const text = '11511\n/data/cluster\n1795304540\n5432\n/data/run\n\n  2237714         4    \nready   \n'
  expect(parseLockFile(text)).toEqual({
    pid: 11511,
    folder: '/data/cluster',
    startedAt: '1795304540',
    port: 5432,
    socketDir: '/data/run',
    status: 'ready',
  })
})

test('a lock file still being written says nothing', () => {
  expect(parseLockFile('')).toBeUndefined()
  expect(parseLockFile('\n')).toBeUndefined()
  expect(parseLockFile('11511\n/data/cluster\n')).toMatchObject({ pid: 11511, status: '' })
})
