/** What may be set from outside, read once. Everything has a working default: no file to write before the first start. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type Config = {
  /** Where the embedded database, the secret and the logs live. */
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly host: string
  readonly port: number
  /** How people reach the product from outside, without a final slash: links in mails begin with it. */
  readonly publicUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** The official schemas of electronic invoices, where somebody has put them. */
  readonly schemasDir: string | undefined
  /** A mailbox page shows what was sent: on while no SMTP server is set. */
  readonly mailboxPage: boolean
}

export function readConfig(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): Config {
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw badPort(env['PORT'] ?? '')
  const smtpUrl = text(env['SMTP_URL'])
  return {
    dataDir: resolve(cwd, env['ENCOURS_DATA'] ?? 'data'),
    databaseUrl: text(env['DATABASE_URL']),
    host: env['HOST'] ?? '127.0.0.1',
    port,
    publicUrl: text(env['PUBLIC_URL'])?.replace(/\/+$/, ''),
    smtpUrl,
    mailFrom: env['MAIL_FROM'] ?? 'facturation@localhost.localdomain',
    schemasDir: text(env['ENCOURS_SCHEMAS']),
    mailboxPage: smtpUrl === undefined,
  }
}

function badPort(given: string): Error {
  const sentences = {
    fr: `PORT : un nombre de 0 à 65535 est attendu, reçu « ${given} ».`,
    en: `PORT: a number from 0 to 65535 is expected, not “${given}”.`,
  }
  return Object.assign(new Error(sentences.en), { sentences })
}

const text = (value: string | undefined): string | undefined => (value === undefined || value.trim() === '' ? undefined : value.trim())

/** The installation's secret, made at the first start and readable by its owner alone; links and sessions are signed with it. */
export function readSecret(dataDir: string): Buffer {
  const path = join(dataDir, 'secret')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    try {
      writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process may have made it a moment ago: then that one is the secret.
      if (!existsSync(path)) throw error
    }
  }
  const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  if (secret.length < 32) throw new Error(`${path} : secret illisible`)
  return secret
}
