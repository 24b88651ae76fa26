import type { IncomingMessage } from 'node:http'

/** Parsed body, or the error reply. */
export type JsonBody =
  | { readonly json: unknown }
  | { readonly refused: { readonly status: number; readonly code: string; readonly message: string } }

/** Limits of a request's body. */
export interface BodyLimits {
  /** Maximum size in bytes. */
  readonly bytes: number
  /** Milliseconds for the body to arrive. */
  readonly arrival: number
}

/** Reads a JSON body. Rejects only if the connection breaks. */
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
 * Rejects invalid UTF-8, which would otherwise turn different ids into the same. A byte order mark is ignored, as RFC
 * 8259 (8.1) allows.
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

/** Reads and discards data over the limit: a client answered while writing would see a broken connection. */
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
