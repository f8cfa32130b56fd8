import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Refusal } from '#core/refusal'

export type Bound = { readonly mostBytes: number; readonly tooLarge: (bytes: number) => Refusal }

/**
 * The bytes of a file, looked at before it is read: what is too large to be one of its kind, and what is no file (a pipe nobody writes to, a device that never
 * ends), is refused by name.
 */
export async function readBounded(path: string | Buffer, { mostBytes, tooLarge }: Bound): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const found = await handle.stat()
    if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    if (!found.isFile()) throw new Refusal('not_a_file')
    if (found.size > mostBytes) throw tooLarge(found.size)
    return await readWhole(handle, found.size)
  } finally {
    await handle.close()
  }
}

/** No more than was announced, though the file may grow meanwhile. */
async function readWhole(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let length = 0
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}
