import { type DestinationStream, type Logger, pino } from 'pino'
import { loggedError } from './logged-error.ts'

/** Logger of the process. */
export type Log = Logger

/** Fields with personal data, never logged on the first three levels. */
const personal = [
  'name',
  'email',
  'phone',
  'text',
  'summary',
  'speak',
  'value',
  'attachments',
  'activity',
  'answers',
  'from',
  'recipient',
  'body',
  'password',
  'authorization',
]

/** Creates a logger of JSON lines, by default to standard output. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const paths = personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])
  const serializers = { err: (error: unknown) => loggedError(error) }
  return pino({ level, serializers, redact: { paths, remove: true } }, destination)
}
