import { Refusal } from '#core/refusal'
import { openThread } from '#platform/thread'
import type { TASKS } from './tasks.ts'

type Tasks = typeof TASKS
export type Order = { readonly task: keyof Tasks; readonly input: never }

/** Who waits holds a connection to the database: half of them, at most. */
const MOST_WAITING = 10

const order = openThread(new URL('./worker.ts', import.meta.url), {
  bound: { most: MOST_WAITING, refuse: () => new Refusal('statement_busy', { status: 429 }) },
})

/** Has a task done in the thread that reads bank files. */
export const inThread = <Task extends keyof Tasks>(task: Task, input: Parameters<Tasks[Task]>[0]): Promise<ReturnType<Tasks[Task]>> =>
  order({ task, input }) as Promise<ReturnType<Tasks[Task]>>
