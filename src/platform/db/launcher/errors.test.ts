import { tmpdir } from 'node:os'

import { expect, test } from 'vitest'

import { failureFromOutput, writingIn } from './errors.ts'

const room = tmpdir()

test('a full disk is named, whether Node or PostgreSQL met it', async () => {
  const said = 'FATAL:  could not write to file "pg_wal/xlogtemp.29": No space left on device'
  expect(await failureFromOutput(said, room)).toMatchObject({ code: 'disk-full' })
  const write = () => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }))
  await expect(writingIn('/data', write)).rejects.toMatchObject({ code: 'disk-full' })
})

test('any other failure of the server is told in its own last words, in both languages', async () => {
  const error = await failureFromOutput('LOG:  starting\nFATAL:  could not load private key\n', room, '/data/postgresql.log')
  expect(error.code).toBe('start-failed')
  for (const sentence of Object.values(error.sentences)) expect(sentence).toMatch(/could not load private key.*postgresql\.log/)
  expect((await failureFromOutput('', room)).sentences.en).toContain('no message')
})

test('a step that fails while writing names its folder and the reason of the system', async () => {
  const write = () => Promise.reject(Object.assign(new Error('mkdir'), { code: 'EROFS' }))
  await expect(writingIn('/data', write)).rejects.toMatchObject({ code: 'not-writable', message: expect.stringContaining('/data') })
  await expect(writingIn('/data', write)).rejects.toHaveProperty('sentences.fr', expect.stringContaining('EROFS'))
})
