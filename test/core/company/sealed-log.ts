import { sealed } from '../../../src/core/company/chain.ts'
import { type Company, newCompany } from '../../../src/core/company/company.ts'
import type { LoggedEvent } from '../../../src/core/company/company-event.ts'
import { replay } from '../../../src/core/company/evolve.ts'
import { sha256 } from '../../../src/sha256.ts'

/** A log as the bot would have sealed it, and the document that it makes. */
export function sealAll(log: readonly LoggedEvent[], tenant = 'tenant-1') {
  let company: Company = newCompany(tenant, log[0]?.program ?? 'program-1')
  const entries = log.map((entry, index) => {
    const each = sealed(entry, company.chain, `salt-${index}`, sha256)
    company = replay(company, [each])
    return each
  })
  return { company, log: entries }
}
