import { openInstallation } from '../open.ts'
import { verifyAll } from '../verify.ts'
import { readArguments } from './arguments.ts'
import { figure, print, say } from './say.ts'

export async function run(args: readonly string[]): Promise<number> {
  readArguments(args, {})
  const installation = await openInstallation()
  try {
    const verdicts = await verifyAll(installation.database)
    for (const verdict of verdicts) {
      print(
        say(
          `${verdict.company} : ${figure(verdict.auditEntries)} entrées d’audit, ${figure(verdict.documents)} documents, ${figure(verdict.invoices)} factures et avoirs`,
          `${verdict.company}: ${figure(verdict.auditEntries)} audit entries, ${figure(verdict.documents)} documents, ${figure(verdict.invoices)} invoices and credit notes`,
        ),
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
