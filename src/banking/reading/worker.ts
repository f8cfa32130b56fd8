/** The thread that reads bank files. */
import { answerOrders } from '#platform/thread'
import { TASKS } from './tasks.ts'
import type { Order } from './thread.ts'

answerOrders(({ input, task }: Order) => TASKS[task](input))
