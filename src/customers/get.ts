import type { OperationsOf } from '#platform/api'
import type { customersContract } from './contract.ts'
import { presentCustomer } from './present.ts'

export const getCustomer: OperationsOf<typeof customersContract>['get'] = (context, { id }) => presentCustomer(context, id)
