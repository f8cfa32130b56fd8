import { chmod, mkdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { usableNative } from './binaries.ts'
import { makeTestFolder, removeTestFolder } from './test-folders.ts'

const isRoot = process.getuid?.() === 0
const nobody = { name: 'nobody', uid: 65534, gid: 65534 }

let base: string
let packages = 0

/** A package as npm unpacks it without running its scripts: no symbolic link. */
async function makePackage(): Promise<string> {
  const native = join(base, `package-${(packages += 1)}`, 'native')
  await mkdir(join(native, 'bin'), { recursive: true })
  await mkdir(join(native, 'lib'))
  await writeFile(join(native, 'lib', 'libicu.so.60.2'), 'library')
  await writeFile(join(native, '..', 'package.json'), '{"version":"18.4.0"}')
  const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links))
  return native
}

beforeAll(async () => {
  base = await makeTestFolder()
})
afterAll(async () => removeTestFolder(base))

test('the links that npm leaves out are made at the first start, and kept at the next', async () => {
  const native = await makePackage()
  for (const _start of [1, 2]) expect(await usableNative(native, join(base, 'unused'), undefined)).toBe(native)
  expect(await readlink(join(native, 'lib', 'libicu.so.60'))).toBe('libicu.so.60.2')
})

test.skipIf(isRoot)('programs installed by somebody else without their links are copied (root may write everywhere)', async () => {
  const native = await makePackage()
  await chmod(join(native, 'lib'), 0o555)
  const copy = await usableNative(native, join(base, 'copies-user'), undefined)
  expect(copy).toBe(join(base, 'copies-user', '18.4.0', 'native'))
  expect(await readFile(join(copy, 'lib', 'libicu.so.60'), 'utf8')).toBe('library')
  await chmod(join(native, 'lib'), 0o755)
})

test.skipIf(!isRoot)('programs below a closed home are copied once where the account can enter (needs root)', async () => {
  const native = await makePackage()
  await chmod(join(native, '..'), 0o700)
  const copies = join(base, 'copies-root')
  const copy = await usableNative(native, copies, nobody)
  expect(copy).toBe(join(copies, '18.4.0', 'native'))
  expect(await readFile(join(copy, 'lib', 'libicu.so.60'), 'utf8')).toBe('library')
  expect((await stat(copy)).mode & 0o005).toBe(0o005)

  await rm(join(copy, 'lib', 'libicu.so.60'))
  await symlink('kept', join(copy, 'lib', 'libicu.so.60'))
  expect(await usableNative(native, copies, nobody)).toBe(copy)
  expect(await readlink(join(copy, 'lib', 'libicu.so.60'))).toBe('kept')
})
