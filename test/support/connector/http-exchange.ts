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
  const [contentType, text] =
    html === undefined
      ? ['application/json; charset=utf-8', JSON.stringify(body)]
      : ['text/html; charset=utf-8', html]
  // Not chained: restify, in the same process, replaces writeHead by one that returns nothing.
  response.writeHead(status, text === undefined ? headers : { 'content-type': contentType, ...headers })
  response.end(text)
}
