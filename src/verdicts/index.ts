import type { OperationsOf } from '#platform/api'
import { check } from './check.ts'
import type { verdictsContract } from './contract.ts'
import { convert } from './convert.ts'
import { extract } from './extract.ts'
import { pack } from './pack.ts'
import { show } from './show.ts'
import { fields, refusals } from './texts.ts'

export const verdictsOperations: OperationsOf<typeof verdictsContract> = { check, extract, show, convert, pack }
export const verdictsTexts = { refusals, fields }
