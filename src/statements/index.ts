import type { OperationsOf } from '#platform/api'
import type { statementsContract } from './contract.ts'
import { getStatement } from './get.ts'
import { drawnStatement } from './pdf.ts'
import { fields, refusals } from './texts.ts'

export const statementsOperations: OperationsOf<typeof statementsContract> = { get: getStatement, pdf: drawnStatement }
export const statementsTexts = { refusals, fields }
