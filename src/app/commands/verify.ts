import { openInstallation } from '../open.ts'
import { verifyAll } from '../verify.ts'
import { print, say } from './say.ts'

export async function run(): Promise<number> {
  const installation = await openInstallation()
  try {
    const verdicts = await verifyAll(installation.database)
    for (const verdict of verdicts) {
      print(
        `${verdict.company}: ${say(
          `${verdict.auditEntries} entrées d’audit, ${verdict.documents} documents, ${verdict.invoices} factures et avoirs`,
          `${verdict.auditEntries} audit entries, ${verdict.documents} documents, ${verdict.invoices} invoices and credit notes`,
        )}`,
      )
      for (const fault of verdict.faults) print(`  ✗ ${fault}`)
      if (verdict.faults.length === 0) print(say('  ✓ tout concorde', '  ✓ everything agrees'))
    }
    if (verdicts.length === 0) print(say('Aucune entreprise.', 'No company.'))
    return verdicts.every((verdict) => verdict.faults.length === 0) ? 0 : 1
  } finally {
    await installation.close()
  }
}
