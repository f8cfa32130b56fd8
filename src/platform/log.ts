/** One logger; secrets and bank data never reach it in clear. */
import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

const REDACTED = ['password', 'token', 'secret', 'iban', 'authorization', 'cookie', 'apiKey']

export function createLog(options: { level?: string; destination?: DestinationStream } = {}): Log {
  return pino(
    {
      level: options.level ?? process.env['ENCOURS_LOG'] ?? 'info',
      redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[masqué]' },
      base: null,
    },
    options.destination ?? pino.destination({ dest: 2, sync: true }),
  )
}

export const silentLog: Log = pino({ level: 'silent' })
