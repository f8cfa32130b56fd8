import { createSignInLink } from '#people'
import { sql } from 'kysely'
import { fillSampleCompany, SAMPLE_OWNER } from '../fill-world.ts'
import { type Installation, openInstallation } from '../open.ts'
import { type Server, startServer } from '../server.ts'
import { readArguments } from './arguments.ts'
import { AskedToStop, listenForStop, untilAborted } from './asked-to-stop.ts'
import { figure, print, progress, say } from './say.ts'

export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, { options: { demo: 'boolean' } })
  const asked = listenForStop()
  const installation = await openInstallation('alone')
  try {
    await serve(installation, values.demo === true, asked)
    return 0
  } catch (error) {
    if (error instanceof AskedToStop) return 0
    throw error
  } finally {
    await installation.close()
  }
}

async function serve(installation: Installation, demo: boolean, asked: AbortSignal): Promise<void> {
  asked.throwIfAborted()
  const { story } = installation
  print(
    story.embedded === undefined
      ? say('✓ Base de données : serveur PostgreSQL indiqué par DATABASE_URL', '✓ Database: the PostgreSQL server named by DATABASE_URL')
      : say(`✓ Base de données : PostgreSQL ${story.embedded} embarqué`, `✓ Database: embedded PostgreSQL ${story.embedded}`),
  )
  if (story.migrations.length > 0)
    print(say(`✓ Schéma : ${story.migrations.length} migrations appliquées`, `✓ Schema: ${story.migrations.length} migrations applied`))
  const server = await startServer(installation)
  if (server.builtBundle) print(say('✓ Application web construite', '✓ Web application built'))
  try {
    if (demo && (await fillDemo(server, asked))) writeOut(installation)
    asked.throwIfAborted()
    await server.beginJobs()
    print(say(`✓ Adresse : ${server.url}`, `✓ Address: ${server.url}`))
    await printEntrance(installation.database, server.url, demo)
    await untilAborted(asked)
  } finally {
    // Jobs must have left before the database goes.
    await server.close()
  }
}

/** True when it was filled now. */
async function fillDemo(server: Server, asked: AbortSignal): Promise<boolean> {
  const label = say('  Entreprise d’exemple', '  Sample company')
  const filled = await fillSampleCompany(server.application, (done, total) => {
    // Nothing of a half-told story is kept.
    asked.throwIfAborted()
    progress(label, done, total)
  })
  if (!filled) return false
  const [count, seconds] = [figure(filled.invoices), figure(filled.seconds, 1)]
  print(say(`✓ ${filled.name} : ${count} factures en ${seconds} s`, `✓ ${filled.name}: ${count} invoices in ${seconds} s`))
  return true
}

/** What the fill left in memory goes to the disk while one reads on: otherwise Ctrl-C soon after waits for all of it. A server of one's own minds its disk. */
function writeOut({ database, log, story }: Installation): void {
  if (story.embedded === undefined) return
  sql`checkpoint`.execute(database.owner).catch((error: unknown) => log.warn({ err: error }, 'checkpoint after the fill'))
}

/** How to enter: a one-time link for the demonstration; the first owner signs up; afterwards everybody knows the way. */
async function printEntrance(database: Parameters<typeof createSignInLink>[0], url: string, demo: boolean): Promise<void> {
  const link = demo ? await createSignInLink(database, SAMPLE_OWNER, new Date()) : undefined
  if (link !== undefined) {
    print(say('  Lien de connexion, valable une fois et 30 minutes :', '  Sign-in link, good once and for 30 minutes:'))
    print(`  ${url}${link}`)
    return
  }
  const { rows } = await sql<{ people: boolean }>`select exists (select from people) as people`.execute(database.owner)
  print(
    rows[0]?.people === true
      ? say(
          '  Connectez-vous à cette adresse. Mot de passe oublié : encours user link <e-mail>',
          '  Sign in at this address. Forgotten password: encours user link <e-mail>',
        )
      : say(
          '  Ouvrez cette adresse pour créer votre compte et votre entreprise.',
          '  Open this address to create your account and company.',
        ),
  )
}
