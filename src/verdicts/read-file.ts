import { Refusal } from '#core/refusal'
import { MOST_FILE_BYTES } from './contract.ts'

export async function bytesOf(file: File, field = 'file'): Promise<Uint8Array> {
  if (file.size > MOST_FILE_BYTES) throw new Refusal('einvoice_too_large', { status: 413, field })
  return file.bytes()
}

/** `facture.pdf` → `facture`: what is made of a file bears its name. */
export const stemOf = ({ name }: File): string => name.replace(/\.(?:pdf|xml)$/i, '')
