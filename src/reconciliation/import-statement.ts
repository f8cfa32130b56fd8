import type { StatementUpload } from '#banking'
import type { bankingContract } from '#banking/contract'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import { importLater } from './long-import.ts'
import { presentAsked } from '#banking'
import { storeAndMatch } from './store-and-match.ts'

type Import = OperationsOf<typeof bankingContract>['import']

export const importStatement: Import = async (context, { csvMapping, file, ...rest }) =>
  importStatementFile(context, {
    ...rest,
    fileName: file.name,
    bytes: await file.bytes(),
    csvMapping: csvMapping as StatementUpload['csvMapping'],
  })

/** Some 4,000 lines: what is larger would keep a request waiting, and is read by a job. */
const LONG_BYTES = 2 * 1024 * 1024

async function importStatementFile(context: WriteContext, upload: StatementUpload): ReturnType<Import> {
  // Many changes played at once have no job to wait for.
  if (context.bulk || upload.bytes.length < LONG_BYTES) return storeAndMatch(context, upload)
  const answer = await importLater(context, upload)
  return answer.outcome === 'needs_account' ? { outcome: answer.outcome, asked: presentAsked(answer.asked, context.locale) } : answer
}
