import { type DestinationStream, type Logger, pino } from 'pino'
import { loggedError } from './logged-error.ts'

export type Log = Logger

/** What people say and who they are. None of it is logged, wherever in the first three levels it stands. */
const personal = [
  ...['name', 'email', 'phone', 'text', 'summary', 'speak', 'value', 'attachments', 'activity', 'answers'],
  ...['from', 'recipient', 'body', 'password', 'authorization'],
]

/** A logger of JSON lines, to standard output unless told otherwise. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const paths = personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])
  const serializers = { err: (error: unknown) => loggedError(error) }
  return pino({ level, serializers, redact: { paths, remove: true } }, destination)
}
