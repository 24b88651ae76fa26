import type { Enrollment } from '../../src/core/enrollment/enrollment.ts'
import { companyFacts, stageOf } from '../../src/core/enrollment/standing.ts'
import { nextAnniversary, pathRules, renewalBy } from '../../src/core/enrollment/terms.ts'
import { addDays, daysBetween } from '../../src/core/time/calendar.ts'
import type { CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
import { programName } from '../wording/program-name.ts'
import { type Asked, answered, leadTo } from './answered.ts'

/** Program and path that the company is in. */
export function program(world: Asked): CardContent {
  const { company, translations } = world
  const { enrollment } = company
  if (!enrollment) return noProgram(world)
  const { situation, since } = enrollment
  const next = situation === 'page-missing' ? 'program-not-visible' : 'join-program'
  const isEnrolled = situation === 'no-cost' || situation === 'premium'
  return answered(world, `program.${situation}`, {
    values: { program: programName(world, company.program), date: translations.date(since) },
    leads: [isEnrolled ? 'company.renewal-date' : next, changeProgram(world)],
  })
}

/** Stage by the declared facts, and what opens the next one. */
export function stage(world: Asked): CardContent {
  const { company, program: own, translations } = world
  const facts = companyFacts(company)
  if (!own.enrollment)
    return answered(world, 'stage.not-here', {
      values: { program: programName(world, company.program) },
      leads: ['company.tier', 'company.program'],
    })
  if (!facts || !company.eligibility)
    return answered(world, 'stage.unknown', { leads: ['check-eligibility', 'answers.program.stages'] })
  return answered(world, `stage.${stageOf(facts)}`, {
    values: { date: translations.date(company.eligibility.at) },
    leads: ['answers.program.stages', 'check-eligibility'],
  })
}

/** Day of the enrollment. */
export function enrolledOn(world: Asked): CardContent {
  const { translations, company } = world
  const { enrollment } = company
  if (!enrollment) return noProgram(world)
  const { situation, enrolledOn, submittedOn } = enrollment
  if (enrolledOn)
    return answered(world, 'enrolled-on', {
      values: {
        date: translations.date(enrolledOn),
        when: translations.inDays(daysBetween(world.today, enrolledOn)),
      },
      leads: ['company.renewal-date', changeProgram(world)],
    })
  if (submittedOn && situation === 'not-enrolled')
    return answered(world, 'enrolled-on.submitted', {
      values: { date: translations.date(submittedOn) },
      leads: [changeProgram(world)],
    })
  if (situation === 'not-enrolled') return program(world)
  return answered(world, 'enrolled-on.unknown', { leads: [changeProgram(world)] })
}

/** Next anniversary of the enrollment, and what it takes. */
export function renewalDate(world: Asked): CardContent {
  const { company } = world
  const { enrollment } = company
  if (!enrollment) return noProgram(world)
  const path = pathRules(company, world.program)
  if (!path) return answered(world, 'renewal-date.no-path', { leads: ['company.program', 'join-program'] })
  const on = nextAnniversary(enrollment)
  if (!on)
    return answered(world, 'renewal-date.unknown', { leads: [changeProgram(world)], sources: [path.source] })
  return answered(world, `renewal-date.${renewalKind(world, enrollment, on)}`, {
    values: renewalValues(world, on, path.renewal.opensDaysBefore),
    leads: [changeProgram(world), 'reminders'],
    sources: [path.source],
  })
}

function renewalKind({ company, program, today }: Asked, enrollment: Enrollment, on: string): string {
  const path = pathRules(company, program)
  if (on < today) return 'passed'
  const by = path && renewalBy(path, enrollment, on)
  return by === 'person' ? `by-person-${path?.id}` : `by-${by ?? 'unknown'}`
}

const renewalValues = ({ translations, today }: Asked, on: string, opensDaysBefore: number | null) => ({
  date: translations.date(on),
  when: translations.inDays(daysBetween(today, on)),
  opens: translations.date(addDays(on, -(opensDaysBefore ?? 0))),
})

const noProgram = (world: Localization): CardContent =>
  answered(world, 'program.none', { leads: [leadTo(world, 'say-program', 'which-program')] })

const changeProgram = (world: Localization) => leadTo(world, 'change-program', 'which-program')
