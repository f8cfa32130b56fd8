import { Refusal } from '#core/refusal'
import { MOST_FILE_BYTES } from './contract.ts'

export async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > MOST_FILE_BYTES) throw new Refusal('einvoice_too_large', { status: 413, field: 'file' })
  return file.bytes()
}
