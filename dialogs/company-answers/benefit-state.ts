import { transitions } from '../../src/core/benefits/benefit-decision.ts'
import type { BenefitStanding } from '../../src/core/benefits/benefit-standing.ts'
import { localized } from '../../src/core/text/localized.ts'
import type { PageRequest } from '../engine/page.ts'
import type { Button, CardContent } from '../engine/render.ts'
import { activatable } from '../guides/activate-benefits/obstacle.ts'
import { openBenefits, rowsOf, standings, whyNot } from '../wording/benefit-words.ts'
import { Footnotes } from '../wording/footnotes.ts'
import { lockSources } from '../wording/lock-sources.ts'
import { programName } from '../wording/program-name.ts'
import { type Asked, answered, leadTo } from './answered.ts'
import { benefitElsewhere, benefitNamed } from './benefit-named.ts'
import { benefitsActive, recordRow } from './benefits.ts'

/** State of the benefit that the sentence names; without one, of all that are activated. */
export function benefitState(world: Asked, { text }: PageRequest): CardContent {
  return stateOfNamed(world, text) ?? benefitsActive(world)
}

/** Why the named benefit is locked; without one, why each that is locked is. */
export function benefitLocked(world: Asked, { text }: PageRequest): CardContent {
  const named = stateOfNamed(world, text)
  if (named) return named
  const locked = standings(world).filter((each) => each.state === 'locked')
  if (locked.length === 0)
    return answered(world, 'benefit-locked.none', { leads: ['company.benefits-open', 'my-rewards'] })
  const notes = new Footnotes(world)
  const said = locked.map(
    (each) => [`${whyNot(world, each)}${notes.mark(lockSources(world, each))}`, each.benefit.id] as const,
  )
  return answered(world, 'benefit-locked', {
    values: { number: locked.length },
    rows: rowsOf(world, said),
    leads: [removal(locked), 'company.benefits-open'],
    notes,
  })
}

function stateOfNamed(world: Asked, text: string | undefined): CardContent | undefined {
  const id = benefitNamed(world, text)
  if (id !== undefined) return stateOfOne(world, id)
  const elsewhere = benefitElsewhere(world, text)
  if (!elsewhere) return undefined
  const benefit = localized(elsewhere.title, world.translations.language)
  return answered(world, 'benefit-state.elsewhere', {
    values: { benefit, program: programName(world, world.company.program) },
    leads: ['company.benefits-open', 'my-rewards'],
  })
}

function stateOfOne(world: Asked, id: string): CardContent {
  const each = standings(world).find(({ benefit }) => benefit.id === id)
  const record = world.company.benefits[id]
  const notes = new Footnotes(world)
  const { text, note } = recordRow(world, id, notes)
  const isOver = record !== undefined && transitions[record.state].length === 0
  const state = each?.state === 'locked' && !isOver ? lockedState(each) : (record?.state ?? 'available')
  return answered(world, `benefit-state.${state}`, {
    values: { benefit: text, note },
    leads: [waysOn(world, id, each), 'my-rewards'],
    notes,
  })
}

/** Those that were used are told apart from those that were never open. */
const lockedState = ({ reasons }: Extract<BenefitStanding, { state: 'locked' }>): string =>
  reasons.find(({ code }) => code === 'already-used' || code === 'expired')?.code ?? 'locked'

function waysOn(world: Asked, id: string, each: BenefitStanding | undefined): Button | string {
  const isOpen = openBenefits(world.company).some(([open]) => open === id)
  if (isOpen && each?.state !== 'locked') return leadTo(world, 'follow-up', 'follow-up', id)
  if (each?.state === 'locked') return removal([each])
  return each && activatable(world).some(({ benefit }) => benefit.id === id) ? 'activate-benefits' : 'help'
}

/** The guide that takes away what locks benefits, the quickest first. */
function removal(locked: readonly BenefitStanding[]): string {
  const codes = locked.map((each) => (each.state === 'locked' ? each.reasons.map(({ code }) => code) : []))
  if (codes.some((some) => some.every((code) => code === 'contact-missing'))) return 'assign-contact'
  return codes.flat().includes('not-enrolled') ? 'join-program' : 'check-eligibility'
}
