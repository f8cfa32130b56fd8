import { writeContent } from '../binding/write.ts'
import type { LifecycleMessage, ReadLifecycleMessage } from './model.ts'
import { CDAR, CDAR_NAMESPACES } from './table.ts'

const NAMESPACES = Object.entries(CDAR_NAMESPACES)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('')
/** The message has no profiles: everything may be written. */
const ALL = Number.POSITIVE_INFINITY

/** The message as CDAR D22B. It writes whatever it is given: `judgeCdar` says whether that is right. */
export function writeCdar(message: LifecycleMessage | ReadLifecycleMessage): string {
  const writing = { invoice: message, currencies: { currency: undefined, vatCurrency: undefined }, level: ALL }
  const root = 'rsm:CrossDomainAcknowledgementAndResponse'
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${NAMESPACES}>${writeContent(CDAR, message, writing)}</${root}>\n`
}
