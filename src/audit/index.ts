export { appendAudit } from './append.ts'
export { recentEvents, timeline } from './timeline.ts'
export { type ChainVerdict, verifyChain } from './verify.ts'
