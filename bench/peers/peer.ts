/** What other libraries do of the same work. One that cannot run here is left out, and the output says why. */
import type { Invoice } from '#einvoice'

type Given = {
  /** Of ten lines. */
  readonly invoice: Invoice
  /** A PDF without an invoice, and one with. */
  readonly plain: Uint8Array
  readonly packed: Uint8Array
}

export type Peer = {
  readonly name: string
  readonly work: Readonly<Partial<Record<'check' | 'write' | 'pack' | 'extract', () => unknown>>>
}

/** Makes ready what is asked; throws, with the reason, when it cannot. */
export type Prepare = { readonly name: string; readonly prepare: (given: Given) => Promise<Peer['work']> }

/** Those that do each of their works once without fault. */
export async function tried(peers: readonly Prepare[], given: Given, say: (line: string) => void): Promise<Peer[]> {
  const ready: Peer[] = []
  for (const { name, prepare } of peers) {
    try {
      const work = await prepare(given)
      for (const once of Object.values(work)) await once()
      ready.push({ name, work })
    } catch (error) {
      say(`einvoice: ${name} is left out: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return ready
}
