import { parseTenant } from '../../src/core/tenants/tenant.ts'
import type { CompanyView } from '../engine/world/company-view.ts'

/** Characters read of a sentence. */
const longest = 1000

/**
 * Finds the tenant that a sentence names: by domain, by id, by the domain of an address, or a recorded one by the first
 * part of its domain; undefined if it names none.
 */
export function tenantNamed({ company }: CompanyView, text = ''): string | undefined {
  const recorded = company.tenants.map(({ tenant }) => tenant)
  const words = wordsIn(text)
  const whole = words.flatMap(readTenant)
  const known = whole.find((each) => recorded.includes(each))
  const [short, ...others] = recorded.filter((each) => each.includes('.') && words.includes(firstPart(each)))
  return known ?? (others.length === 0 ? short : undefined) ?? whole[0]
}

const wordsIn = (text: string): string[] =>
  text
    .slice(0, longest)
    .toLowerCase()
    .split(/[\s,;:!?()[\]"“”'’«»<>*_]+/)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '')

function readTenant(word: string): string[] {
  const read = parseTenant(word)
  if (!('problem' in read)) return /^[^.]{2,}/.test(read.value) ? [read.value] : []
  return read.problem === 'email' && read.suggestion !== undefined ? [read.suggestion] : []
}

const firstPart = (domain: string) => domain.slice(0, domain.indexOf('.'))
