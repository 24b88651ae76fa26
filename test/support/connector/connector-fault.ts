import type { IncomingHttpHeaders } from 'node:http'
import type { Route } from './connector-route.ts'

/** A request of the bot as it came in, and how the connector answered it. */
export interface ConnectorRequest {
  readonly method: string
  /** As sent: ids still encoded. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly rawBody: string
  /** Milliseconds of the monotonic clock at which all of it had come. */
  readonly at: number
  /** Parsed JSON; undefined when there is none. */
  readonly body: unknown
  /** Operation of a path; undefined without a matching route. */
  readonly route: Route | undefined
  /** Undefined until the connector has answered. */
  answer?: { readonly status: number; readonly body?: unknown } | 'hang' | 'reset'
}

/**
 * Fault of a request. `reset`: socket closed before the operation; `lose-answer`: closed after it; `half-answer`:
 * closed after it and the status; `hang`: no answer; `delayMs`: a late answer. A status is returned without the
 * operation, unless `isApplied`.
 */
export type Fault =
  | 'reset'
  | 'lose-answer'
  | 'half-answer'
  | 'hang'
  | { readonly delayMs: number }
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: unknown
      readonly isApplied?: boolean
    }

/** By operation (`send` means every message, replies too), by part of the body or path, or by a function. */
export type RequestMatcher =
  | 'send'
  | 'update'
  | 'delete'
  | 'create'
  | 'any'
  | RegExp
  | ((request: ConnectorRequest) => boolean)

interface PlannedFault {
  readonly matcher: RequestMatcher
  readonly fault: Fault
  left: number
}

/** The faults that are still to come, in the order in which they were asked for. */
export class FaultPlan {
  private planned: PlannedFault[] = []

  add(matcher: RequestMatcher, fault: Fault, times: number): void {
    this.planned.push({ matcher, fault, left: times })
  }

  take(request: ConnectorRequest): Fault | undefined {
    const found = this.planned.find((plan) => plan.left > 0 && requestMatches(plan.matcher, request))
    if (found) found.left -= 1
    return found?.fault
  }

  clear(): void {
    this.planned = []
  }
}

export function requestMatches(matcher: RequestMatcher, request: ConnectorRequest): boolean {
  if (typeof matcher === 'function') return matcher(request)
  if (matcher instanceof RegExp) return matcher.test(`${request.path}\n${request.rawBody}`)
  if (matcher === 'any') return true
  const operation = request.route?.operation
  return matcher === 'send' ? operation === 'send' || operation === 'reply' : operation === matcher
}
