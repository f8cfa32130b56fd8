import { once } from 'node:events'
import { chmod, chown, lchown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { failureFromOutput, reasonOf, startError, writingIn } from './errors.ts'
import { runOnFolder } from './run-as.ts'

export const DATABASE_USER = 'encours'

const HALF_MADE = 'cluster.new-'
/** initdb takes a second; one that began an hour ago is dead. */
const HALF_MADE_AGE_MS = 3_600_000

/** `durable: false` skips the sync to disk, for tests. */
export type ClusterOptions = { dataDir: string; clusterDir: string; binaries: Binaries; account: Account | undefined; durable: boolean }

/** Makes the cluster on the first start, and afterwards checks that these binaries may open it. */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  const { dataDir, clusterDir, account } = options
  await writingIn(dataDir, async () => {
    // Root leaves the folder open to walk through; what is inside has its own account and mode 0700.
    await mkdir(dataDir, { recursive: true, mode: account === undefined ? 0o700 : 0o755 })
    await removeHalfMade(dataDir)
    if (!(await isFolder(clusterDir))) await createCluster(options)
  })
  await checkVersion(clusterDir, options.binaries)
  await writingIn(clusterDir, () => giveTo(account, clusterDir))
}

/** A cluster is made beside its place and moved there when complete: a start killed in the middle leaves no half cluster behind. */
async function createCluster(options: ClusterOptions): Promise<void> {
  const { dataDir, clusterDir, account } = options
  const half = await mkdtemp(join(dataDir, HALF_MADE))
  try {
    if (account !== undefined) await chown(half, account.uid, account.gid)
    await runInitdb(half, options)
    await rename(half, clusterDir)
    await syncFolder(dataDir)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    // Two first starts at once: the other one finished first, its cluster is as good.
    if (['ENOTEMPTY', 'EEXIST'].includes(reasonOf(error))) return
    throw error
  }
}

async function runInitdb(folder: string, { binaries, account, durable, dataDir }: ClusterOptions): Promise<void> {
  const args = (seenAs: string) => ['-D', seenAs, ...initdbArguments(binaries.majorVersion), ...(durable ? [] : ['--no-sync'])]
  const child = await runOnFolder(binaries.initdb, args, { account, folder, output: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw await failureFromOutput(output, dataDir)
}

/**
 * Trust is safe because only a socket in a folder of mode 0700 leads in. The locale is always named: the machine's may not be installed,
 * and the same data must sort and upper-case alike on every machine.
 */
export function initdbArguments(majorVersion: number): string[] {
  const locale =
    majorVersion >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : // The builtin provider came with 17; the C library's own C.UTF-8 knows upper('é') too.
        ['--locale=C', '--lc-ctype=C.UTF-8']
  return ['-U', DATABASE_USER, '--auth=trust', '--encoding=UTF8', ...locale, '--data-checksums', '--no-instructions']
}

async function checkVersion(clusterDir: string, binaries: Binaries): Promise<void> {
  const text = await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if (reasonOf(error) === 'ENOENT') throw startError('not-a-cluster', { folder: clusterDir }, error)
    throw startError('not-writable', { folder: clusterDir, reason: reasonOf(error) }, error)
  })
  const found = text.trim()
  const expected = String(binaries.majorVersion)
  if (found !== expected) throw startError('wrong-version', { folder: clusterDir, found, expected })
}

/** Files copied or restored by root are given back to the account; a folder copied with a wider mode is closed, or the server refuses it. */
async function giveTo(account: Account | undefined, clusterDir: string): Promise<void> {
  await chmod(clusterDir, 0o700)
  if (account === undefined) return
  const witnesses = await Promise.all([clusterDir, `${clusterDir}/PG_VERSION`, `${clusterDir}/global/pg_control`].map((path) => stat(path)))
  if (witnesses.every((witness) => witness.uid === account.uid)) return
  await lchown(clusterDir, account.uid, account.gid)
  for (const entry of await readdir(clusterDir, { recursive: true })) await lchown(join(clusterDir, entry), account.uid, account.gid)
}

async function removeHalfMade(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(HALF_MADE)) continue
    const found = await stat(join(dataDir, name)).catch(() => undefined)
    if (found !== undefined && Date.now() - found.mtimeMs > HALF_MADE_AGE_MS)
      await rm(join(dataDir, name), { recursive: true, force: true })
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (found !== undefined && !found.isDirectory()) throw startError('not-a-cluster', { folder: path })
  return found !== undefined
}
