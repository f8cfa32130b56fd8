import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

/** PostgreSQL refuses to run as root: the system account that runs it instead. */
export type Account = { name: string; uid: number; gid: number }

const OWN_ACCOUNT = 'encours'

/**
 * The account that runs the server: `undefined` (ourselves) unless we are root. Whoever owns an existing cluster keeps it, so that
 * installing Debian's PostgreSQL later, or one start as root by mistake, does not change the owner of the data.
 */
export async function accountFor(clusterDir: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const accounts = await knownAccounts()
  const owner = await stat(`${clusterDir}/PG_VERSION`).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) {
    return accounts.find((account) => account.uid === owner.uid) ?? { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  }
  return chooseAccount(accounts, async () => {
    await addOwnAccount()
    return knownAccounts()
  })
}

/** The account must have a line in /etc/passwd (initdb asks its name): `postgres`, else our own system account, else `nobody`. */
export async function chooseAccount(accounts: Account[], addOwn: () => Promise<Account[]>): Promise<Account> {
  const named = (list: Account[], name: string) => list.find((account) => account.name === name && account.uid !== 0)
  const existing = named(accounts, 'postgres') ?? named(accounts, OWN_ACCOUNT)
  if (existing !== undefined) return existing
  const added = await addOwn().catch(() => [])
  const account = named(added, OWN_ACCOUNT) ?? named(accounts, 'nobody')
  if (account === undefined) throw new Error('no account but root: add one with useradd --system encours')
  return account
}

export function parseAccounts(passwd: string): Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name !== undefined && uid !== undefined && gid !== undefined ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

async function knownAccounts(): Promise<Account[]> {
  return parseAccounts(await readFile('/etc/passwd', 'utf8').catch(() => ''))
}

async function addOwnAccount(): Promise<void> {
  await promisify(execFile)('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    OWN_ACCOUNT,
  ])
}
