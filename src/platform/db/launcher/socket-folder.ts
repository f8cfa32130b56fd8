import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Account } from './account.ts'
import { startError } from './errors.ts'
import { canEnter } from './run-as.ts'

export const SOCKET_PORT = 5432
const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`
export const SOCKET_LOCK = `${SOCKET_NAME}.lock`

/** The kernel keeps 108 bytes for a socket's name (104 on macOS), its closing zero included. */
const SOCKET_PATH_BYTES_MAX = 99

/**
 * A folder of mode 0700, where only the server's account and root can reach the socket: in the data folder, else, when that name is too
 * long or the account cannot enter it, in a folder of the system named after the data folder.
 */
export async function prepareSocketFolder(dataDir: string, account: Account | undefined): Promise<string> {
  const name = `encours-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  const candidates = [
    join(dataDir, 'run'),
    ...(account === undefined ? [] : [join('/run', name)]),
    join(tmpdir(), name),
    join('/tmp', name),
  ]
  for (const folder of candidates) {
    if (fitsSocket(folder) && (await makePrivate(folder, account)) && (await canEnter(account, folder))) return folder
  }
  throw startError('not-writable', { folder: candidates.at(-1) ?? dataDir, reason: 'no private folder for the socket' })
}

export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, SOCKET_NAME)) <= SOCKET_PATH_BYTES_MAX
}

/** False when the folder cannot be made, or somebody else made it first: in a shared folder that could be a trap. */
async function makePrivate(folder: string, account: Account | undefined): Promise<boolean> {
  const us = process.getuid?.()
  try {
    await mkdir(folder, { mode: 0o700 }).catch(() => undefined)
    const found = await lstat(folder)
    if (!found.isDirectory() || (found.uid !== us && found.uid !== account?.uid)) return false
    if (account !== undefined) await chown(folder, account.uid, account.gid)
    await chmod(folder, 0o700)
    return true
  } catch {
    return false
  }
}
