/**
 * The signed link that opens a document without a password: version, company, document and last day, then the first 16 bytes of an
 * HMAC-SHA256 over them. 51 bytes are 68 characters of base64url without padding: a link can be written in one way only.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { addDays, type Day, daysBetween, laterOf, makeDay } from '#core/day'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'

export type LinkFacts = { readonly companyId: Id; readonly invoiceId: Id; readonly expiresOn: Day }

const VERSION = 1
const BODY_BYTES = 35
const SEAL_BYTES = 16
const TOKEN = /^[A-Za-z0-9_-]{68}$/
const EPOCH = makeDay(1970, 1, 1)

/** What else is signed with the same secret can never pass for a link. */
const PURPOSE = 'encours hosted document'

export function signLink(secret: Uint8Array, { companyId, expiresOn, invoiceId }: LinkFacts): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.writeUInt8(VERSION, 0)
  idBytes(companyId).copy(body, 1)
  idBytes(invoiceId).copy(body, 17)
  body.writeUInt16BE(daysBetween(EPOCH, expiresOn), 33)
  return Buffer.concat([body, seal(secret, body)]).toString('base64url')
}

/** Refuses `link_unknown` when the link is not exactly one of ours, `link_expired` after its last day. */
export function readLink(secret: Uint8Array, token: string, today: Day): LinkFacts {
  if (!TOKEN.test(token)) throw new Refusal('link_unknown', { status: 404 })
  const bytes = Buffer.from(token, 'base64url')
  const body = bytes.subarray(0, BODY_BYTES)
  const genuine = timingSafeEqual(bytes.subarray(BODY_BYTES), seal(secret, body))
  if (!genuine || body.readUInt8(0) !== VERSION) throw new Refusal('link_unknown', { status: 404 })
  const expiresOn = addDays(EPOCH, body.readUInt16BE(33))
  if (today > expiresOn) throw new Refusal('link_expired', { status: 410, facts: { expiresOn } })
  return { companyId: idText(body.subarray(1, 17)), invoiceId: idText(body.subarray(17, 33)), expiresOn }
}

/** Long enough to outlive a late payment and the accounts of its year. */
const VALID_DAYS = 400
/** A link mailed today for an old document works for this long at least. */
const VALID_DAYS_FROM_TODAY = 90

export function linkExpiry(issuedOn: Day, today: Day): Day {
  return laterOf(addDays(issuedOn, VALID_DAYS), addDays(today, VALID_DAYS_FROM_TODAY))
}

function seal(secret: Uint8Array, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(PURPOSE).update(body).digest().subarray(0, SEAL_BYTES)
}

const idBytes = (id: Id): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

function idText(bytes: Buffer): Id {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
