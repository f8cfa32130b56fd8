import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'

import type { Account } from './account.ts'
import { reasonOf, startError } from './errors.ts'

/**
 * PostgreSQL programs get this environment and nothing else: a LANG that is not installed makes initdb fail, a PGDATA or PGOPTIONS left
 * over from another server would change ours, and messages must be English to be recognised.
 */
const SERVER_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' }

/** The number the first extra descriptor gets in a child, after stdin, stdout and stderr. */
const FOLDER_DESCRIPTOR = 3

const identityOf = (account: Account | undefined) => (account === undefined ? {} : { uid: account.uid, gid: account.gid })

/** Whether the account can enter the folder, asked of the system itself since modes, ACLs and mounts all count. */
export async function canEnter(account: Account | undefined, folder: string): Promise<boolean> {
  if (account === undefined) return true
  return new Promise((resolve) => {
    execFile('/bin/sh', ['-c', 'test -x "$0"', folder], { ...identityOf(account), cwd: '/', env: SERVER_ENV }, (error) =>
      resolve(error === null),
    )
  })
}

export type RunOptions = { account: Account | undefined; folder: string; output: number | 'pipe' }

/**
 * Starts a PostgreSQL program on a folder; `args` receives the folder's name as the program must use it. When the account may not walk
 * down to the folder (a clone below root's closed home, a `mktemp -d`), it is handed over as an open descriptor: no right is changed on
 * the way there and none is given to the server beyond its own folder.
 */
export async function runOnFolder(program: string, args: (folder: string) => string[], options: RunOptions): Promise<ChildProcess> {
  const { account, folder, output } = options
  const handle = (await canEnter(account, folder)) ? undefined : await open(folder, 'r')
  try {
    const seenAs = handle === undefined ? folder : `/proc/self/fd/${FOLDER_DESCRIPTOR}`
    const child = spawn(program, args(seenAs), {
      ...identityOf(account),
      cwd: '/',
      env: SERVER_ENV,
      stdio: ['ignore', output, output, ...(handle === undefined ? [] : [handle.fd])],
      // Its own group: Ctrl-C in the terminal must reach Encours only, which stops the database last.
      detached: true,
    })
    await once(child, 'spawn').catch((error: unknown) => {
      throw startError('no-binaries', { place: program, reason: reasonOf(error) }, error)
    })
    return child
  } finally {
    await handle?.close()
  }
}
