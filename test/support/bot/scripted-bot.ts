import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { z } from 'zod'
import { type Activity, activitySchema, adaptiveCardType } from '../client/activity.ts'

interface HttpResult {
  readonly status: number
  readonly body: string
}

/** Actions of a scripted bot in a turn, one connector request each. */
export interface Turn {
  readonly activity: Activity
  reply(fields: Partial<Activity>): Promise<HttpResult>
  update(id: string, fields: Partial<Activity>): Promise<HttpResult>
  remove(id: string): Promise<HttpResult>
  get(path: string): Promise<HttpResult>
}

const scriptSchema = z.looseObject({
  answer: z
    .object({ status: z.number().default(200), body: z.unknown().optional() })
    .default({ status: 200 }),
})

/** May return `{ answer: { status, body } }` for the HTTP answer to the client; anything else means 200. */
export type Script = (turn: Turn) => Promise<unknown>

export interface ScriptedBot {
  readonly url: string
  readonly received: Activity[]
  readonly headers: IncomingMessage['headers'][]
  readonly probes: string[]
  close(): Promise<void>
}

/** A bot of a few lines, for testing the test tools: it answers HTTP with what the script says. */
export async function startScriptedBot(script: Script): Promise<ScriptedBot> {
  const received: Activity[] = []
  const headers: IncomingMessage['headers'][] = []
  const probes: string[] = []
  const server = createServer((request, response) => {
    if (request.method !== 'POST') probes.push(String(request.method))
    headers.push(request.headers)
    void serve(request, response, script, received)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}/api/messages`, received, headers, probes, close }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  script: Script,
  received: Activity[],
) {
  if (request.method !== 'POST') return answerWith(response, 405)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const activity = activitySchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  received.push(activity)
  const { answer } = scriptSchema.parse((await script(turnOf(activity))) ?? {})
  answerWith(response, answer.status, answer.body)
}

function turnOf(activity: Activity): Turn {
  const { serviceUrl = '', conversation, id = '', from, recipient, channelId } = activity
  const base = `${serviceUrl.replace(/\/$/, '')}/v3/conversations/${encodeURIComponent(conversation?.id ?? '')}`
  const envelope = {
    type: 'message',
    serviceUrl,
    channelId,
    conversation,
    from: recipient,
    recipient: from,
    replyToId: id,
  }
  return {
    activity,
    reply: (fields) => call('POST', `${base}/activities/${id}`, { ...envelope, ...fields }),
    update: (messageId, fields) =>
      call('PUT', `${base}/activities/${messageId}`, { ...envelope, id: messageId, ...fields }),
    remove: (messageId) => call('DELETE', `${base}/activities/${messageId}`),
    get: (path) => call('GET', `${base}${path}`),
  }
}

export async function call(method: string, url: string, body?: unknown): Promise<HttpResult> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json; charset=utf-8', connection: 'close' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.text() }
}

/** A message with one Adaptive Card. */
export function cardMessage(card: Readonly<Record<string, unknown>>): Partial<Activity> {
  return {
    attachments: [
      { contentType: adaptiveCardType, content: { type: 'AdaptiveCard', version: '1.5', ...card } },
    ],
  }
}

/** Not chained: restify, in the same process, replaces writeHead by one that returns nothing. */
function answerWith(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status)
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
