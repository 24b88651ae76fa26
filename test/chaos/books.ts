import { isDeepStrictEqual } from 'node:util'
import { type LoggedEvent, newCompany, replay } from '../../src/core/company.ts'
import type { Store } from '../../src/ports.ts'
import { loadPrograms } from '../../src/programs/index.ts'
import type { Company, Role } from './cast.ts'

const programs = loadPrograms()

/** What does not hold of a company's log and document; nothing when all does. */
export async function audit(store: Store, company: Company, done: readonly Role[]): Promise<string[]> {
  const log: LoggedEvent[] = []
  for await (const logged of store.events(company.tenant)) log.push(logged)
  return [
    ...(await foldFaults(store, company, log)),
    ...countFaults(company, log.slice(company.past.length), done),
  ].map((fault) => `${company.tenant}: ${fault}`)
}

async function foldFaults(store: Store, { tenant }: Company, log: readonly LoggedEvent[]): Promise<string[]> {
  const keys = { tenant, person: 'auditor', conversation: 'audit', activity: 'audit' }
  const kept = (await store.open(keys)).company.value
  const folded: unknown = JSON.parse(JSON.stringify(replay(newCompany(tenant, programs.default.id), log)))
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(kept ?? folded)), folded)) return []
  return [`its log folds to ${JSON.stringify(folded)}, and its document is ${JSON.stringify(kept)}`]
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
