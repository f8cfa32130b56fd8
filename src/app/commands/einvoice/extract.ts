import { extractFacturX } from '#einvoice'
import { readArguments } from '../arguments.ts'
import { eachFile } from '../files/each-file.ts'
import { ALL_WELL } from '../files/unread.ts'
import { outputFor } from './output.ts'
import { INVOICES } from './invoices.ts'

/** Writes the XML that each PDF carries, byte for byte. */
export async function extract(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: { to: 'string' }, words: Infinity })
  const write = outputFor(words, values.to)
  return eachFile(words, {
    ...INVOICES,
    work: async (file, pdf) => {
      await write(file, '.xml', extractFacturX(pdf))
      return ALL_WELL
    },
  })
}
