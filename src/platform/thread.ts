/**
 * A thread of its own for work that would hold up requests: orders in, answers out, one after the other. It starts with the first order and never
 * keeps the process alive by itself. The program of the thread ends in `answerOrders`.
 */
import { parentPort, Worker } from 'node:worker_threads'
import { Refusal } from '#core/refusal'

type Numbered = { readonly number: number; readonly order: unknown }
type Reply = { readonly number: number } & ({ readonly answer: unknown } | { readonly fault: Fault })

/** What is left of an error that comes out of a thread: between threads a class is lost. */
export type Fault = {
  readonly name: string
  readonly message: string
  readonly stack?: string | undefined
  readonly refusal?: Pick<Refusal, 'code' | 'status' | 'facts' | 'field'>
}

export type ThreadRules = {
  /** How many orders may stand at once, the one at work included, and what is said to the next. */
  readonly bound?: { readonly most: number; readonly refuse: () => Error }
  /** Refusals come back as refusals, unless somebody knows better. */
  readonly errorOf?: (fault: Fault) => Error
}

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }

/**
 * Answers how to order; what goes in and out is plain data, and whoever opens the thread knows of which type. Rejects with `bound.refuse()` when too
 * many wait, else with what the program threw, as `errorOf` tells it.
 */
export function openThread(program: URL, { bound, errorOf = asThrown }: ThreadRules = {}): (order: unknown) => Promise<unknown> {
  let thread: Worker | undefined
  let ordered = 0
  const waiting = new Map<number, Waiting>()

  function start(): Worker {
    const worker = new Worker(program)
    worker.on('message', deliver)
    // What was at work is lost, and what waited with it; the next order starts a new thread.
    worker.on('error', (error) => forget(worker, faultOf(error)))
    worker.on('exit', (code) => forget(worker, faultOf(new Error(`the thread ended with code ${code}`))))
    return worker
  }

  function deliver(reply: Reply): void {
    const order = waiting.get(reply.number)
    waiting.delete(reply.number)
    if (waiting.size === 0) thread?.unref()
    if ('answer' in reply) order?.resolve(reply.answer)
    else order?.reject(errorOf(reply.fault))
  }

  function forget(worker: Worker, reason: Fault): void {
    if (thread !== worker) return
    thread = undefined
    const lost = [...waiting.values()]
    waiting.clear()
    for (const order of lost) order.reject(errorOf(reason))
  }

  return (order) =>
    new Promise((resolve, reject) => {
      if (bound && waiting.size >= bound.most) {
        reject(bound.refuse())
        return
      }
      ordered += 1
      waiting.set(ordered, { resolve, reject })
      thread ??= start()
      thread.ref()
      thread.postMessage({ number: ordered, order } satisfies Numbered)
    })
}

/** The thread's end. */
export function answerOrders(answer: (order: never) => unknown): void {
  parentPort?.on('message', ({ number, order }: Numbered) => {
    parentPort?.postMessage(replyTo(number, () => answer(order as never)))
  })
}

function replyTo(number: number, work: () => unknown): Reply {
  try {
    return { number, answer: work() }
  } catch (error) {
    return { number, fault: faultOf(error) }
  }
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { message, name, stack } = error
  if (!(error instanceof Refusal)) return { name, message, stack }
  const { code, facts, field, status } = error
  return { name, message, stack, refusal: { code, facts, field, status } }
}

function asThrown({ message, refusal, stack }: Fault): Error {
  if (!refusal) return Object.assign(new Error(message), { stack })
  const { code, facts, field, status } = refusal
  return new Refusal(code, { status, facts, ...(field === undefined ? {} : { field }) })
}
