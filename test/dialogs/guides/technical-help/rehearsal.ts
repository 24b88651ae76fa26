import type { Language } from '../../../../locales/index.ts'
import type { Command } from '../../../../src/core/company/command.ts'
import { newCompany } from '../../../../src/core/company/company.ts'
import { decide } from '../../../../src/core/company/decide.ts'
import { isRefusal, logged } from '../../../../src/core/company/decision.ts'
import { replay } from '../../../../src/core/company/evolve.ts'
import type { Program } from '../../../../src/core/program/program.ts'
import type { Programs } from '../../../../src/programs/index.ts'
import { at, by, programs } from '../../../core/example.ts'
import { sponsoring } from '../../../core/sponsorship/sponsoring.ts'
import { Rehearsal } from '../../../support/bot/rehearsal.ts'
import { recipient } from '../../../support/past/reminder-cards.ts'

type Deed = readonly [day: string, command: Command]

/** A talk with a company of a past, in Frontier Accelerate with rules for sponsorship or in another program. */
export function rehearsalOf(
  today: string,
  deeds: readonly Deed[],
  { program = sponsoring, language = 'en' }: { program?: Program; language?: Language } = {},
): Rehearsal {
  let company = newCompany('tenant-1', program.id)
  const log = []
  for (const [day, command] of deeds) {
    const context = { program, now: at(day), by }
    const decision = decide(company, command, context)
    if (isRefusal(decision)) throw new Error(`${command.type} is refused: ${decision.refused}`)
    const entries = logged(decision, context)
    company = replay(company, entries)
    log.push(...entries)
  }
  const people = { 'person-1': { ...recipient, timeZone: 'UTC' } }
  const documents = { company, roster: { schema: 1 as const, people } }
  const rehearsal = new Rehearsal({ documents, log }, at(today), language)
  rehearsal.programs = programsWith(program)
  return rehearsal
}

function programsWith(program: Program): Programs {
  const byId = new Map([...programs.byId, [program.id, program]])
  return { ...programs, byId, default: program, of: (id) => byId.get(id) ?? program }
}

/** The company is enrolled on the Premium path since a day. */
export const enrolledOn = (enrolledOn: string): Command => ({
  type: 'RecordEnrollment',
  facts: { situation: 'premium', enrolledOn },
})
