import type { IncomingMessage } from 'node:http'

/** A request's body, or the answer that it gets instead. */
export type JsonBody =
  | { readonly json: unknown }
  | { readonly refused: { readonly status: number; readonly code: string; readonly message: string } }

export interface BodyLimits {
  /** Greatest size of a body, in bytes. */
  readonly bytes: number
  /** Milliseconds that the body may take to arrive. */
  readonly arrival: number
}

/** Reads a body of JSON. Rejects only when the connection breaks. */
export async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<JsonBody> {
  if (!isPlainJson(request))
    return refuse(415, 'UnsupportedMediaType', 'send application/json, not compressed')
  const text = await readText(request, limits)
  if (text === 'too large')
    return refuse(413, 'PayloadTooLarge', `at most ${limits.bytes} bytes are accepted`)
  if (text === 'too slow') return refuse(408, 'RequestTimeout', 'the body did not arrive in time')
  try {
    return { json: JSON.parse(utf8.decode(text.body)) }
  } catch {
    return refuse(400, 'InvalidContent', 'the body is not JSON')
  }
}

/**
 * Bytes that are none would all become the same character, and different ids the same id. A byte order mark is left out,
 * as RFC 8259 (8.1) allows a reader to.
 */
const utf8 = new TextDecoder('utf-8', { fatal: true })

function refuse(status: number, code: string, message: string): JsonBody {
  return { refused: { status, code, message } }
}

function isPlainJson({ headers }: IncomingMessage): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return (
    type === 'application/json' && (headers['content-encoding'] ?? 'identity').toLowerCase() === 'identity'
  )
}

type Text = { readonly body: Buffer } | 'too large' | 'too slow'

/**
 * What exceeds the limit is read and thrown away: a client that is answered while it still writes sees a
 * broken connection in place of the answer.
 */
function readText(request: IncomingMessage, { bytes, arrival }: BodyLimits): Promise<Text> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const deadline = setTimeout(() => resolve('too slow'), arrival)
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bytes) chunks.push(chunk)
    })
    request.once('end', () => {
      clearTimeout(deadline)
      resolve(size > bytes ? 'too large' : { body: Buffer.concat(chunks) })
    })
    request.once('error', (error) => {
      clearTimeout(deadline)
      reject(error)
    })
  })
}
