import type { Chance } from '../../chaos/chance.ts'

/** A request as it goes over the wire. */
export interface WirePost {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** Bytes after which the client hangs up. */
  readonly cutAfter?: number
}

const json = 'application/json; charset=utf-8'

/** An activity as JSON, with what stands in ⟦⟧ as it is. */
export function textOf(activity: unknown): string {
  return (JSON.stringify(activity) ?? 'null').replace(/"⟦([^⟧]*)⟧"/g, (_, inner: string) =>
    inner.replaceAll('\\"', '"').replaceAll('\\\\', '\\'),
  )
}

export function plain(text: string): WirePost {
  const body = Buffer.from(text, 'utf8')
  return { method: 'POST', path: '/api/messages', headers: { 'content-type': json }, body }
}

/** Requests of a client with broken HTTP or JSON. */
export function garbled(text: string, chance: Chance): WirePost {
  const post = plain(text)
  return { ...post, ...chance.oneOf(faults)(post.body, chance) }
}

type Garble = (body: Buffer, chance: Chance) => Partial<WirePost>

const type = (value: string) => ({ headers: { 'content-type': value } })
const limit = 256 * 1024

const faults: readonly Garble[] = [
  (body, chance) => ({ body: body.subarray(0, Math.floor(chance.between(0, body.length))) }),
  (body, chance) => ({ cutAfter: Math.floor(chance.between(0, body.length)) }),
  (body) => ({ body: Buffer.concat([body, body]) }),
  (body) => ({ body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]) }),
  (body, chance) => ({ body: withByte(body, chance) }),
  (body) => ({ body: Buffer.from(body.toString('utf8'), 'utf16le') }),
  (body) => ({ body: padded(body, limit) }),
  (body) => ({ body: padded(body, limit + 1) }),
  (body) => ({ body: padded(body, 2 * limit) }),
  () => ({ body: Buffer.from('['.repeat(100_000)) }),
  () => ({ body: Buffer.from(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) }),
  () => ({ body: Buffer.from('null') }),
  () => ({ body: Buffer.from('"text"') }),
  () => ({ body: Buffer.from('[]') }),
  () => ({ body: Buffer.alloc(0) }),
  () => type('text/plain'),
  () => type('application/x-www-form-urlencoded'),
  () => type('multipart/form-data; boundary=x'),
  () => type('application/json; charset=utf-16'),
  () => type('application/jsonp'),
  () => ({ headers: { 'content-type': json, 'content-encoding': 'gzip' } }),
  () => ({ headers: { 'content-type': json, 'content-encoding': 'identity' } }),
  () => ({ headers: { 'content-type': json, authorization: `Bearer ${'a'.repeat(9000)}` } }),
  () => ({ headers: { 'content-type': json, 'x-long': 'h'.repeat(6_000) } }),
  () => ({ headers: { 'content-type': json, 'x-http-method-override': 'DELETE', 'accept-version': '99' } }),
  (_, chance) => ({ method: chance.oneOf(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE']) }),
  (_, chance) => ({ path: chance.oneOf(paths) }),
]

const paths = [
  '/api/messages/',
  '/api/messages/..%2f..%2f',
  '/api/messages?a=%E0%A4%A',
  '/api//messages',
  '/API/MESSAGES',
  '/healthz',
  '/my-data',
  '/%',
  '/api/%2e%2e/messages',
  `/${'a'.repeat(5000)}`,
]

function withByte(body: Buffer, chance: Chance): Buffer {
  const spoilt = Buffer.from(body)
  spoilt[Math.floor(chance.between(0, body.length))] = Math.floor(chance.between(0, 256))
  return spoilt
}

/** JSON may end in spaces. */
const padded = (body: Buffer, bytes: number) =>
  Buffer.concat([body, Buffer.alloc(Math.max(0, bytes - body.length), ' ')])
