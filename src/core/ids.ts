/** Ids are UUID version 7: time-ordered, so that primary keys append instead of scattering (PostgreSQL 15 cannot make them itself). */
export type Id = string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (text: string): text is Id => UUID.test(text)

/** A UUIDv7 (RFC 9562 §5.7) of the given instant; `random` gives ten bytes of chance, so that tests and worlds can repeat themselves. */
export function uuidv7(at: Date, random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): Id {
  const time = at.getTime().toString(16).padStart(12, '0')
  const hex = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}
