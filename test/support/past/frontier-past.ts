import type { Language } from '../../../locales/index.ts'
import { newCompany } from '../../../src/core/company/company.ts'
import { Rehearsal } from '../bot/rehearsal.ts'
import { monday } from './reminded-past.ts'
import { type Past, situationAfter } from './situations.ts'

const program = 'frontier-accelerate-2026'

/**
 * A conversation with a person of a company in Frontier Accelerate, on that Monday; without records, nobody has said
 * which program it is in.
 */
export function chatInFrontier(
  commands: Past['commands'],
  { language = 'en', role }: Pick<Past, 'role'> & { readonly language?: Language } = { role: 'global-admin' },
): Rehearsal {
  const listening = { timeZone: 'Europe/Paris' }
  const past = situationAfter({ program, commands, listening, ...(role && { role }) })
  const company = commands.length === 0 ? newCompany('tenant-1', program) : past.documents.company
  const documents = { ...past.documents, ...(company && { company }) }
  return new Rehearsal({ ...past, documents }, monday, language)
}
