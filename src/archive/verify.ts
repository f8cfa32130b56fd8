import type { Id } from '#core/ids'
import { sha256Hex } from '#platform/canonical'
import type { Db } from '#platform/db'
import { archiveHead, documentsAfter } from './store.ts'

export type ArchiveVerdict = { readonly documents: bigint; readonly faults: readonly string[] }

/** Documents are some 50 kB each: this many are held at once. */
const BATCH = 100

/** Hashes every archived document again and walks the chain that ties them. */
export async function verifyArchive(db: Db, companyId: Id): Promise<ArchiveVerdict> {
  const faults: string[] = []
  let seq = 0n
  let chain = ''
  for (;;) {
    const batch = await documentsAfter(db, companyId, seq, BATCH)
    for (const document of batch) {
      if (document.seq !== seq + 1n) faults.push(`document ${seq + 1n} is missing`)
      if (sha256Hex(document.bytes) !== document.sha256) faults.push(`${document.file_name} is not what was archived`)
      const expected = sha256Hex(`${document.prev_chain}\n${document.seq}\n${document.sha256}\n${document.file_name}`)
      if (document.prev_chain !== chain || document.chain !== expected) faults.push(`${document.file_name} does not follow the one before`)
      seq = document.seq
      chain = document.chain
    }
    if (batch.length < BATCH) break
  }
  const head = await archiveHead(db, companyId)
  if ((head?.seq ?? 0n) !== seq || (head?.chain ?? '') !== chain) faults.push('the head is not the last document')
  return { documents: seq, faults }
}
