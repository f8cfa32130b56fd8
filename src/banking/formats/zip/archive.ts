/**
 * The entries of a zip, by its central directory. Nothing is trusted: entries, sizes and the sum of what is unpacked are bounded, the size and
 * the checksum of each entry have to be those announced. Nothing is ever written to disk.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal } from '#core/refusal'
import { decode } from '../decode.ts'
import { MAX_BYTES } from '../recognise.ts'

export type ZipEntry = {
  readonly name: string
  /** Unpacks it. Refuses what is encrypted, damaged, or more than all the entries together may weigh. */
  readonly bytes: () => Uint8Array
}

/** Statements of three years, one a day. */
const MAX_ENTRIES = 1000
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 0x0041

/** `PK` and the mark of a first file, or of an end where there is none. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 0x03 && bytes[3] === 0x04) || (bytes[2] === 0x05 && bytes[3] === 0x06))

export function openZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) throw new Refusal('zip_too_many_files', { facts: { count, most: MAX_ENTRIES } })
  const budget = { left: MAX_BYTES }
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken()
    const nameLength = view.getUint16(at + 28, true)
    const name = decode(bytes.subarray(at + 46, at + 46 + nameLength)).text.replace(/\p{Cc}/gu, '')
    const header = {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    entries.push({ name, bytes: () => unpack(view, header, budget) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const broken = (file = ''): Refusal => new Refusal('zip_broken', { facts: { file: file.slice(0, 100) } })

/** At the end of the file, before a comment. */
function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw broken()
}

type Header = {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

function unpack(view: DataView, header: Header, budget: { left: number }): Uint8Array {
  const { checksum, flags, method, name, offset, packedSize, size } = header
  const file = name.slice(0, 100)
  if ((flags & ENCRYPTED) !== 0) throw new Refusal('zip_encrypted', { facts: { file } })
  if (size > budget.left) throw new Refusal('zip_too_large', { status: 413, facts: { file, most: MAX_BYTES / 1024 / 1024 } })
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_HEADER) throw broken(file)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > view.byteLength) throw broken(file)
  const packed = new Uint8Array(view.buffer, view.byteOffset + start, packedSize)
  budget.left -= size
  const bytes = method === STORED ? packed : method === DEFLATED ? inflated(packed, size, file) : undefined
  if (bytes?.length !== size || crc32(bytes) !== checksum) throw broken(file)
  return bytes
}

/** Stops at the size announced: a bomb ends there. */
function inflated(packed: Uint8Array, size: number, file: string): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw broken(file)
  }
}
