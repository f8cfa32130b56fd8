import { sha256Hex } from '#platform/canonical'

/** Short, and the same for the same invoices of a line: what screens send back and what a refusal keeps. */
export const proposalId = (key: string): string => sha256Hex(key).slice(0, 32)
