/** The reading thread: one file after the other. */
import { answerOrders } from '#platform/thread'
import { TASKS } from './tasks.ts'
import type { Order } from './thread.ts'

answerOrders(({ input, task }: Order) => TASKS[task](input))
