import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { readConfig } from '#platform/config'
import type { ConnectionSettings } from '#platform/db'
import { createTestDatabase } from '#platform/db/test-database'
import { runCommand } from './command-line.ts'
import { type Installation, openInstallation } from './open.ts'
import { aBusyMonth } from './samples.fixture.ts'
import { openTestApi } from './test-api.ts'

const folder = mkdtempSync(join(tmpdir(), 'encours-cli-'))
const saved = join(folder, 'sauvegarde.encours')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Outcome = { readonly code: number; readonly output: string; readonly errors: string }
type Surroundings = Readonly<Record<string, string>>

/** Runs a command in this process, as the program does, on a data folder of its own. */
async function encours(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const env = { DATABASE_URL: '', PUBLIC_URL: '', LC_ALL: 'fr_FR.UTF-8', ENCOURS_DATA: join(folder, 'other'), ...surroundings }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const written = { output: '', errors: '' }
  const listeners = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.output += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.errors += String(text)), true)),
  ]
  try {
    return { code: await runCommand(args), ...written }
  } finally {
    for (const listener of listeners) listener.mockRestore()
    vi.unstubAllEnvs()
  }
}

/** A socket as an address: the embedded server of the tests has no other. */
function addressOf(connection: ConnectionSettings): string {
  if ('connectionString' in connection) return connection.connectionString
  const { database, host, port, user } = connection
  return `postgres:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`
}

describe('the command line on a PostgreSQL server', () => {
  let filled: Surroundings
  let empty: Surroundings
  let close: () => Promise<void>
  beforeAll(async () => {
    const api = await openTestApi(inject('databaseServer'))
    const fresh = await createTestDatabase(inject('databaseServer'))
    await aBusyMonth(api)
    filled = { DATABASE_URL: addressOf(api.connection) }
    empty = { DATABASE_URL: addressOf(fresh.connection), ENCOURS_DATA: join(folder, 'restored') }
    close = async () => {
      await api.close()
      await fresh.drop()
    }
  })
  afterAll(() => close())

  it('lists what it can do, and says so when asked for what it cannot', async () => {
    const help = await encours(['help'])
    expect(help).toMatchObject({ code: 0 })
    for (const command of ['start', 'migrate', 'demo', 'verify', 'backup', 'restore', 'user'])
      expect(help.output).toContain(`encours ${command}`)
    expect(await encours(['facture'])).toMatchObject({
      code: 2,
      output: expect.stringMatching(/^Commande inconnue : facture\.\nCommandes :\n/),
    })
    const english = await encours(['help'], { LC_ALL: 'en_GB.UTF-8' })
    expect(english.output).toContain('Commands:')
    expect(english.output).toContain('backup <file>')
  })

  it.each([
    [['start', '--port'], 'Option inconnue : --port.\nencours start [--demo]\n'],
    [['start', '--demo=oui'], '--demo ne prend pas de valeur.\nencours start [--demo]\n'],
    [['demo', '--invoices'], '--invoices : une valeur est attendue.\nencours demo [--invoices N]\n'],
    [['verify', 'tout'], '« tout » est de trop.\nencours verify\n'],
    [['migrate', '-x'], 'Option inconnue : -x.\nencours migrate\n'],
    [['restore', 'un', 'deux'], '« deux » est de trop.\nencours restore <fichier>\n'],
    [['user', 'link', 'a@b.example', 'c'], '« c » est de trop.\nencours user link|reset <e-mail>\n'],
  ])('does not pass over what it does not know: %s', async (args, output) => {
    expect(await encours(args, empty)).toEqual({ code: 2, output, errors: '' })
  })

  it('says so in the language of the terminal', async () => {
    const english = { ...empty, LC_ALL: 'en_GB.UTF-8' }
    expect((await encours(['start', '--port'], english)).output).toBe('Unknown option: --port.\nencours start [--demo]\n')
    expect((await encours(['backup'], english)).output).toBe('Name the file.\nencours backup <file> [--force]\n')
  })

  it('verifies, and tells a fault by its name with exit code 1', async () => {
    const sound = await encours(['verify'], filled)
    expect(sound).toMatchObject({ code: 0, errors: '' })
    expect(sound.output).toContain('Atelier Brocéliande')
    expect(sound.output).toContain('✓ tout concorde')
  })

  it('saves, restores elsewhere with the secret, and verifies what it restored', async () => {
    expect(await encours(['backup', saved], filled)).toMatchObject({ code: 0, output: expect.stringContaining('sauvegarde.encours') })
    expect(existsSync(`${saved}.partial`)).toBe(false)
    const first = readFileSync(saved)
    const again = await encours(['backup', saved], filled)
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining(`${saved} existe déjà : choisissez un autre nom`) })
    expect(readFileSync(saved).equals(first)).toBe(true)
    const forced = await encours(['backup', '--force', saved], filled)
    expect(forced).toMatchObject({ code: 0, output: expect.stringMatching(/lignes, \d+,\d Mo/) })
    const restored = await encours(['restore', saved], empty)
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('✓ tout concorde') })
    const secretOf = (folderName: string) => readFileSync(join(folder, folderName, 'secret'), 'utf8')
    expect(secretOf('restored')).toBe(secretOf('other'))
    expect(await encours(['restore', saved], empty)).toMatchObject({ code: 1, errors: expect.stringContaining('base neuve') })
  })

  it('refuses in one sentence what is no backup, or is not there', async () => {
    const letter = join(folder, 'lettre.txt')
    writeFileSync(letter, 'Bonjour')
    expect(await encours(['restore', letter], empty)).toEqual({
      code: 1,
      output: '',
      errors: 'Ce fichier n’est pas une sauvegarde d’Encours.\n',
    })
    writeFileSync(letter, readFileSync(saved).subarray(0, -100))
    expect(await encours(['restore', letter], empty)).toMatchObject({
      code: 1,
      errors: 'La sauvegarde est incomplète ou abîmée ; rien n’a été restauré.\n',
    })
    expect(await encours(['restore', join(folder, 'absent')], empty)).toMatchObject({ code: 2, errors: '' })
    expect(await encours(['restore', folder], empty)).toMatchObject({ code: 1, errors: 'C’est un dossier ; un fichier est attendu.\n' })
    for (const args of [['restore'], ['backup'], ['user'], ['demo', '--invoices', 'beaucoup'], ['start', '--demmo']]) {
      expect(await encours(args, empty)).toMatchObject({ code: 2, output: expect.stringContaining(`encours ${args[0]}`), errors: '' })
    }
  })

  it('leaves no half backup where it may not write', async () => {
    const outcome = await encours(['backup', join(folder, 'nulle part', 'sauvegarde')], filled)
    expect(outcome).toMatchObject({ code: 1, errors: `${join(folder, 'nulle part', 'sauvegarde.partial')} : introuvable.\n` })
  })

  it('says in one sentence that the server of DATABASE_URL does not answer', async () => {
    expect(await encours(['verify'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })).toEqual({
      code: 1,
      output: '',
      errors: 'Le serveur PostgreSQL de DATABASE_URL ne répond pas (ECONNREFUSED).\n',
    })
    expect(await encours(['verify'], { PORT: 'http' })).toMatchObject({
      code: 1,
      errors: 'PORT : un nombre de 0 à 65535 est attendu, reçu « http ».\n',
    })
  })

  it('gives a sign-in link to whoever is known', async () => {
    expect(
      (await encours(['user', 'link', 'owner@atelier-broceliande.example'], { ...filled, PUBLIC_URL: 'https://factures.example/' })).output,
    ).toMatch(/^https:\/\/factures\.example\/connexion\/lien\/[\w-]{43}\n$/)
    expect(await encours(['user', 'link', 'nobody@example.org'], filled)).toMatchObject({
      code: 1,
      output: 'Personne n’a l’adresse nobody@example.org.\n',
    })
    expect(await encours(['user', 'rename'], filled)).toMatchObject({ code: 2 })
  })
})

it('runs from the program that npm installs', async () => {
  const program = join(import.meta.dirname, '../../bin/encours.js')
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'help'], { env: { ...process.env, LC_ALL: 'en_GB.UTF-8' } })
  expect(stdout).toContain('encours verify')
})

describe('the command line beside a running Encours on its own database', () => {
  let running: Installation
  const own = { ENCOURS_DATA: join(folder, 'running') }
  beforeAll(async () => {
    running = await openInstallation('alone', readConfig({ ENCOURS_DATA: own.ENCOURS_DATA }))
  })
  afterAll(() => running.close())

  it('works in the same database without stopping it', async () => {
    const { rows: before } = await running.database.ownerPool.query('select pg_postmaster_start_time()')
    expect(await encours(['verify'], own)).toMatchObject({ code: 0, output: 'Aucune entreprise.\n' })
    expect(await encours(['migrate'], own)).toMatchObject({ code: 0, output: 'Le schéma est à jour.\n' })
    expect(await encours(['user', 'link', 'nobody@example.org'], own)).toMatchObject({ code: 1 })
    expect(await encours(['backup', join(folder, 'beside')], own)).toMatchObject({ code: 0 })
    const { rows: after } = await running.database.ownerPool.query('select pg_postmaster_start_time()')
    expect(after).toEqual(before)
  })

  it('refuses to start a second time or to restore on the same data, and says which process has it', async () => {
    for (const args of [['start'], ['restore', join(folder, 'beside')]]) {
      const outcome = await encours(args, own)
      expect(outcome).toMatchObject({ code: 1 })
      expect(outcome.errors).toContain(`(processus ${process.pid})`)
    }
  })
})

/** Starts the program in a process of its own and asks it to stop as soon as `when` holds of what it said. */
async function interrupted(
  name: string,
  args: readonly string[],
  when: (said: string) => boolean,
): Promise<{ code: number | null; said: string }> {
  const program = join(import.meta.dirname, '../../bin/encours.js')
  const { DATABASE_URL: _ours, ...env } = process.env
  const child = spawn(process.execPath, [program, 'start', ...args], {
    env: { ...env, ENCOURS_DATA: join(folder, name), PORT: '0', LC_ALL: 'fr_FR.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'exit')
  while (!when(said) && child.exitCode === null) await pause(20)
  child.kill('SIGTERM')
  const [code] = (await ended) as [number | null]
  return { code, said }
}

const postgresRuns = (name: string): boolean => existsSync(join(folder, name, 'postgresql/cluster/postmaster.pid'))

describe('a start that is interrupted', () => {
  it('leaves no server behind, and nobody of a sample company half told: the owner can still sign up', { timeout: 120_000 }, async () => {
    const stopped = await interrupted('early', ['--demo'], (said) => said.includes('✓ Base de données'))
    expect(stopped).toMatchObject({ code: 0 })
    expect(stopped.said).toContain('Arrêt en cours…')
    expect(postgresRuns('early')).toBe(false)
    const again = await interrupted('early', [], (said) => said.includes('Adresse'))
    expect(again.said).toContain('Ouvrez cette adresse pour créer votre compte')
    expect(postgresRuns('early')).toBe(false)
  })

  it('even while its database is being made', { timeout: 60_000 }, async () => {
    const making = () => existsSync(join(folder, 'first-second/postgresql'))
    expect(await interrupted('first-second', [], making)).toMatchObject({ code: 0 })
    expect(postgresRuns('first-second')).toBe(false)
  })
})
