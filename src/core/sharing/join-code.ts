import { withoutInvisible } from '../text/invisible.ts'

/** Code to join a company: its tenant and a secret. */
export interface JoinCode {
  readonly tenant: string
  readonly key: string
}

const form = /\bjoin:([^\s:]+):([0-9a-f-]{36})(?![0-9a-f-])/i

/** Writes a join code as one word; its tenant is percent-encoded. */
export const writeJoinCode = ({ tenant, key }: JoinCode): string =>
  `join:${encodeURIComponent(tenant)}:${key}`

/** Finds a join code within a text; undefined without one. */
export function readJoinCode(text: string): JoinCode | undefined {
  const [, tenant, key] = form.exec(text) ?? []
  if (tenant === undefined || key === undefined) return undefined
  try {
    return { tenant: withoutInvisible(decodeURIComponent(tenant)), key: key.toLowerCase() }
  } catch {
    return undefined
  }
}
