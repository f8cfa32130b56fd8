/** How a request leaves the browser: company, language, idempotency key, and patience when the network stumbles. */
import { uuidv7 } from '#core/ids'
import { companyInAddress } from './address.tsx'
import { currentLocale } from './locale.tsx'

/** Three tries within two seconds cover a restart of the server; a longer break is told to the person. */
const RETRY_DELAYS_MS = [300, 1500]
const GATEWAY_TROUBLE = new Set([502, 503, 504])

/** Sends a request. A write keeps the same idempotency key through its retries, so it happens once however often it is sent. */
export async function send(request: Request): Promise<Response> {
  const company = companyInAddress(location.pathname)
  if (company) request.headers.set('Encours-Company', company)
  request.headers.set('Accept-Language', currentLocale())
  if (request.method !== 'GET') request.headers.set('Idempotency-Key', uuidv7(new Date()))
  for (const delayMs of RETRY_DELAYS_MS) {
    const response = await attempt(request.clone())
    if (response) return response
    await new Promise((resolve) => setTimeout(resolve, delayMs))
  }
  return fetch(request, { credentials: 'same-origin' })
}

/** The answer, or nothing when it is worth trying again. */
async function attempt(request: Request): Promise<Response | undefined> {
  try {
    const response = await fetch(request, { credentials: 'same-origin' })
    return GATEWAY_TROUBLE.has(response.status) ? undefined : response
  } catch (error) {
    if (request.signal.aborted) throw error
    return undefined
  }
}
