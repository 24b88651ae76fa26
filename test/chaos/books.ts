import { audit as auditLog } from '../../src/core/company/audit.ts'
import type { LoggedEvent } from '../../src/core/company/company-event.ts'
import { sha256 } from '../../src/sha256.ts'
import type { Store } from '../../src/store/ports.ts'
import type { Company, Role } from './cast.ts'

/** Violated invariants of a company's log and document. */
export async function audit(store: Store, company: Company, done: readonly Role[]): Promise<string[]> {
  const log: LoggedEvent[] = []
  for await (const logged of store.events(company.tenant)) log.push(logged)
  return [
    ...(await chainFaults(store, company, log)),
    ...countFaults(company, log.slice(company.past.length), done),
  ].map((fault) => `${company.tenant}: ${fault}`)
}

/** No entry is missing or changed, and the document is what the log makes. */
async function chainFaults(
  store: Store,
  { tenant }: Company,
  log: readonly LoggedEvent[],
): Promise<string[]> {
  const { company } = await store.glance(tenant)
  const { fault } = auditLog(company.value, log, sha256)
  if (!fault) return []
  return [`its log does not hold: ${JSON.stringify(fault)}; its document is ${JSON.stringify(company.value)}`]
}

/** Every confirmed step once: by what only this conversation says where there is such a thing, else by its type. */
function countFaults(company: Company, log: readonly LoggedEvent[], done: readonly Role[]): string[] {
  const texts = log.map(({ event }) => ({ type: event.type, text: JSON.stringify(event).toLowerCase() }))
  const faults = done.flatMap(({ script, mark, number }) =>
    [...new Set(script.records)].flatMap((type) => {
      const wanted = script.records.filter((record) => record === type).length
      const found = texts.filter(
        (one) => one.type === type && (mark === undefined || one.text.includes(mark.toLowerCase())),
      ).length
      return found === wanted
        ? []
        : [`${type} of conversation ${number} (${script.guide}) stands ${found} times, not ${wanted}`]
    }),
  )
  const most = company.roles.flatMap(({ script }) => script.records).length
  return log.length > most ? [...faults, `${log.length} entries, and only ${most} steps`] : faults
}
