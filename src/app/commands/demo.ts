import { parseArgs } from 'node:util'
import { systemClock } from '#platform/clock'
import { localMailer } from '#platform/smtp'
import { createApplication } from '../application.ts'
import { fillLargeCompany } from '../fill-large.ts'
import { fillSampleCompany } from '../fill-world.ts'
import { openInstallation } from '../open.ts'
import { print, progress, say } from './say.ts'
import { UsageError } from './usage-error.ts'

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { invoices: { type: 'string' } } })
  const wanted = values.invoices === undefined ? undefined : Number(values.invoices)
  if (wanted !== undefined && (!Number.isInteger(wanted) || wanted < 1 || wanted > 1_000_000)) {
    throw new UsageError(
      say('--invoices : un nombre de 1 à 1 000 000 est attendu.', '--invoices: a number from 1 to 1,000,000 is expected.'),
    )
  }
  const installation = await openInstallation()
  try {
    const { config, database, log, secret } = installation
    const application = createApplication({
      database,
      clock: systemClock,
      log,
      secret,
      publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
      mail: { mailer: localMailer, fromAddress: config.mailFrom },
    })
    const label = say('Entreprise d’exemple', 'Sample company')
    const filled = await fillSampleCompany(application, (done, total) => progress(label, done, total))
    print(
      filled
        ? say(
            `✓ ${filled.name} : ${filled.invoices} factures en ${filled.seconds.toFixed(1)} s`,
            `✓ ${filled.name}: ${filled.invoices} invoices in ${filled.seconds.toFixed(1)} s`,
          )
        : say('L’entreprise d’exemple est déjà là.', 'The sample company is already there.'),
    )
    if (wanted !== undefined) {
      const large = await fillLargeCompany(application, wanted)
      print(
        say(
          `✓ ${large.name} : ${large.invoices} factures en ${large.seconds.toFixed(1)} s`,
          `✓ ${large.name}: ${large.invoices} invoices in ${large.seconds.toFixed(1)} s`,
        ),
      )
    }
    return 0
  } finally {
    await installation.close()
  }
}
