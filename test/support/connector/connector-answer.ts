import type { Route } from './connector-route.ts'
import type { ConnectorWorld } from './connector-world.ts'

export interface HttpAnswer {
  readonly status: number
  readonly body?: unknown
  /** Sent instead of `body`, as text/html: Express' own error pages. */
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** `hang`: the connector never answers. */
export type Answer = HttpAnswer | 'hang'

export interface Call {
  readonly route: Route
  /** The parsed JSON body; undefined when the request has none. */
  readonly body: unknown
  readonly query: URLSearchParams
  readonly authorization: string | undefined
}

/** Connector behaviour of one of Microsoft's clients. */
export interface ConnectorPersonality {
  /** Path before `/v3`, as that client's serviceUrl has it. */
  readonly basePath: string
  answer(call: Call, world: ConnectorWorld): Answer
  /** Bytes from which on a body is refused before it is read. */
  readonly bodyLimit: number
  readonly tooLarge: Answer
  readonly invalidJson: Answer
  readonly unrouted: Answer
}

export const failure = (status: number, code: string, message: string): HttpAnswer => ({
  status,
  body: { error: { code, message } },
})

export const flatFailure = (status: number, code: string, message: string): HttpAnswer => ({
  status,
  body: { code, message },
})

export const page = (status: number, title: string): HttpAnswer => ({
  status,
  html: `<!DOCTYPE html><html lang="en"><head><title>Error</title></head><body><pre>${title}</pre></body></html>`,
})
