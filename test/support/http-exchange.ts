import type { ServerResponse } from 'node:http'
import type { Answer } from './connector-answer.ts'

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function writeAnswer(
  response: ServerResponse,
  { status, body, html, headers = {} }: Exclude<Answer, 'hang'>,
): void {
  if (html !== undefined) {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html)
  } else if (body === undefined) {
    response.writeHead(status, headers).end()
  } else {
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      .end(JSON.stringify(body))
  }
}
