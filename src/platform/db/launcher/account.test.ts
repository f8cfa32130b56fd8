import { expect, test } from 'vitest'

import { chooseAccount, parseAccounts } from './account.ts'

const root = { name: 'root', uid: 0, gid: 0 }
const nobody = { name: 'nobody', uid: 65534, gid: 65534 }
const postgres = { name: 'postgres', uid: 101, gid: 104 }
const encours = { name: 'encours', uid: 998, gid: 998 }

const mustNotAdd = () => Promise.reject(new Error('asked to add an account'))

test('the lines of /etc/passwd become accounts, broken ones are passed over', () => {
  const passwd = 'root:x:0:0:root:/root:/bin/bash\n\n# comment\nencours:x:998:998::/nonexistent:/usr/sbin/nologin\n'
  expect(parseAccounts(passwd)).toEqual([root, encours])
})

test('the account of an installed PostgreSQL runs the server, else the one made at an earlier start', async () => {
  expect(await chooseAccount([root, encours, postgres], mustNotAdd)).toEqual(postgres)
  expect(await chooseAccount([root, encours], mustNotAdd)).toEqual(encours)
})

test('a machine without either gets an account of our own', async () => {
  expect(await chooseAccount([root, nobody], async () => [root, nobody, encours])).toEqual(encours)
})

test('a machine where no account can be added falls back on nobody, and never on root', async () => {
  const cannotAdd = () => Promise.reject(new Error('useradd: not found'))
  expect(await chooseAccount([root, nobody], cannotAdd)).toEqual(nobody)
  await expect(chooseAccount([root, { ...root, name: 'postgres' }], cannotAdd)).rejects.toThrow('no account but root')
})
