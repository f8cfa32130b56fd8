import { systemClock } from '#platform/clock'
import { localMailer } from '#platform/smtp'
import { createApplication } from '../application.ts'
import { fillLargeCompany } from '../fill-large.ts'
import { fillSampleCompany } from '../fill-world.ts'
import { openInstallation } from '../open.ts'
import { readArguments } from './arguments.ts'
import { figure, print, progress, say } from './say.ts'
import { UsageError } from './usage-error.ts'

export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, { options: { invoices: 'string' } })
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
            `✓ ${filled.name} : ${figure(filled.invoices)} factures en ${figure(filled.seconds, 1)} s`,
            `✓ ${filled.name}: ${figure(filled.invoices)} invoices in ${figure(filled.seconds, 1)} s`,
          )
        : say('L’entreprise d’exemple est déjà là.', 'The sample company is already there.'),
    )
    if (wanted !== undefined) {
      const large = await fillLargeCompany(application, wanted)
      print(
        say(
          `✓ ${large.name} : ${figure(large.invoices)} factures en ${figure(large.seconds, 1)} s`,
          `✓ ${large.name}: ${figure(large.invoices)} invoices in ${figure(large.seconds, 1)} s`,
        ),
      )
    }
    return 0
  } finally {
    await installation.close()
  }
}
