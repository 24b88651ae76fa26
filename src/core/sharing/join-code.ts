import { withoutInvisible } from '../text/invisible.ts'

/** What lets a tenant join a company: which one, and the secret. */
export interface JoinCode {
  readonly tenant: string
  readonly key: string
}

const form = /\bjoin:([^\s:]+):([0-9a-f-]{36})(?![0-9a-f-])/i

/** As people hand it on: one word, in small letters wherever the tenant's id is. */
export const writeJoinCode = ({ tenant, key }: JoinCode): string =>
  `join:${encodeURIComponent(tenant)}:${key}`

/** The code in a text, with whatever stands around it; undefined when there is none. */
export function readJoinCode(text: string): JoinCode | undefined {
  const [, tenant, key] = form.exec(text) ?? []
  if (tenant === undefined || key === undefined) return undefined
  try {
    return { tenant: withoutInvisible(decodeURIComponent(tenant)), key: key.toLowerCase() }
  } catch {
    return undefined
  }
}
