import type { Id } from '#core/ids'
import { sha256Hex } from '#platform/canonical'
import type { Db } from '#platform/db'
import { auditEntriesAfter, auditHead } from './store.ts'

export type ChainVerdict = { readonly entries: bigint; readonly faults: readonly string[] }

const BATCH = 2_000

/** Walks a company's chain from its first entry: each hash is made again, each number follows the one before, the head is the last. */
export async function verifyChain(db: Db, companyId: Id): Promise<ChainVerdict> {
  const faults: string[] = []
  let seq = 0n
  let hash = ''
  for (;;) {
    const batch = await auditEntriesAfter(db, companyId, seq, BATCH)
    for (const entry of batch) {
      if (entry.seq !== seq + 1n) faults.push(`entry ${seq + 1n} is missing`)
      if (entry.prev_hash !== hash) faults.push(`entry ${entry.seq} does not follow the one before`)
      if (sha256Hex(`${entry.prev_hash}\n${entry.seq}\n${entry.payload}`) !== entry.hash) faults.push(`entry ${entry.seq} was changed`)
      seq = entry.seq
      hash = entry.hash
    }
    if (batch.length < BATCH) break
  }
  const head = await auditHead(db, companyId)
  if ((head?.seq ?? 0n) !== seq || (head?.hash ?? '') !== hash) faults.push('the head is not the last entry')
  return { entries: seq, faults }
}
