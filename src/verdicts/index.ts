import type { OperationsOf } from '#platform/api'
import { check } from './check.ts'
import type { verdictsContract } from './contract.ts'
import { extract } from './extract.ts'
import { fields, refusals } from './texts.ts'

export const verdictsOperations: OperationsOf<typeof verdictsContract> = { check, extract }
export const verdictsTexts = { refusals, fields }
