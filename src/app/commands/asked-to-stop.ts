/** Ctrl-C and its kin, from the first second: whoever works asks the signal between two steps, then leaves in order. */
import { print, say } from './say.ts'

const INTERRUPTED = 130

export class AskedToStop extends Error {
  constructor() {
    super('asked to stop')
    this.name = 'AskedToStop'
  }
}

/** Aborts at the first signal, with an `AskedToStop` as its reason. A second one does not wait any more. */
export function listenForStop(): AbortSignal {
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked.signal.aborted) process.exit(INTERRUPTED)
      print(say('Arrêt en cours…', 'Stopping…'))
      asked.abort(new AskedToStop())
    })
  }
  return asked.signal
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
