import type { OperationsOf } from '#platform/api'
import type { companyContract } from './contract.ts'
import { sirenFacts } from './rules/siren-facts.ts'

export const siren: OperationsOf<typeof companyContract>['siren'] = (_context, input) => Promise.resolve(sirenFacts(input.siren))
