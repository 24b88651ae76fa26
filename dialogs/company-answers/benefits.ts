import type { BenefitStanding } from '../../src/core/benefits/benefit-standing.ts'
import type { BenefitRecord } from '../../src/core/company/company.ts'
import type { PageRequest } from '../engine/page.ts'
import type { Button, CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
import { activatable } from '../guides/activate-benefits/obstacle.ts'
import { benefitTitle, openBenefits, type Row, rowsOf, standings, whyNot } from '../wording/benefit-words.ts'
import { dateSource } from '../wording/certainty.ts'
import { Footnotes } from '../wording/footnotes.ts'
import { lockSources } from '../wording/lock-sources.ts'
import { type Asked, answered, leadTo } from './answered.ts'
import { benefitNamed } from './benefit-named.ts'

/** Activated benefits: those under way, then those that are over. */
export function benefitsActive(world: Asked): CardContent {
  const { company } = world
  const ids = byActivation(Object.entries(company.benefits)).map(([id]) => id)
  if (ids.length === 0) return noneActivated(world)
  const open = openBenefits(company).map(([id]) => id)
  const over = ids.filter((id) => !open.includes(id))
  const notes = new Footnotes(world)
  return answered(world, open.length > 0 ? 'benefits-active' : 'benefits-active.over', {
    values: { number: open.length, all: ids.length },
    rows: [...open, ...over].map((id) => recordRow(world, id, notes)),
    leads: [...(open.length > 0 ? ['follow-up'] : ['activate-benefits']), 'company.benefit-expiry'],
    notes,
  })
}

const byActivation = (records: [string, BenefitRecord][]) =>
  records.sort(([, one], [, other]) => one.activatedOn.localeCompare(other.activatedOn))

/** State of an activated benefit, with its dates. */
export function recordRow(world: Asked, id: string, notes: Footnotes): Row {
  const { translations, company } = world
  const each = standings(world).find(({ benefit }) => benefit.id === id)
  const text = benefitTitle(world, id)
  if (each?.state === 'locked')
    return { text, note: `${whyNot(world, each)}${notes.mark(lockSources(world, each))}` }
  const record = company.benefits[id]
  if (!record) return { text, note: each ? whyNot(world, each) : '' }
  const state = translations.t(`benefits.states.${record.state}`)
  const active = translations.t('benefits.active', { state, date: translations.date(record.activatedOn) })
  return { text, note: [active, ...datesOf(world, id, record, notes)].join(' ') }
}

function datesOf(world: Asked, id: string, record: BenefitRecord, notes: Footnotes): string[] {
  const isOver = record.state === 'completed' || record.state === 'withdrawn'
  const keys = isOver ? (['renewsOn'] as const) : (['expiresOn', 'renewsOn'] as const)
  return keys.flatMap((key) => {
    const day = record[key]
    if (!day) return []
    const said = world.translations.t(`benefits.dates.${key}`, { date: world.translations.date(day) })
    return [`${said}${notes.mark([dateSource(world, id, key)])}`]
  })
}

/** Benefits that can be activated now, and the others that are open. */
export function benefitsOpen(world: Asked): CardContent {
  const ready = activatable(world).filter(({ state }) => state === 'available')
  if (ready.length === 0)
    return answered(world, 'benefits-open.none', { leads: ['company.benefit-locked', 'my-rewards'] })
  const others = standings(world).filter((each) => each.state === 'available' && !ready.includes(each))
  const other = others.filter(({ benefit }) => !ready.some((each) => each.benefit.id === benefit.id))
  return answered(world, 'benefits-open', {
    values: { number: ready.length },
    rows: [
      ...ready.map(({ benefit }) => ({ text: benefitTitle(world, benefit.id), note: '' })),
      ...rowsOf(
        world,
        other.map((each) => [whyNot(world, each), each.benefit.id]),
      ),
    ],
    leads: ['activate-benefits', 'company.benefit-locked'],
    sources: [world.program.rules.thresholds],
  })
}

/** State of the benefit that the sentence names; without one, of all that are activated. */
export function benefitState(world: Asked, { text }: PageRequest): CardContent {
  const id = benefitNamed(world, text)
  return id === undefined ? benefitsActive(world) : stateOfOne(world, id)
}

/** Why the named benefit is locked; without one, why each that is locked is. */
export function benefitLocked(world: Asked, { text }: PageRequest): CardContent {
  const id = benefitNamed(world, text)
  if (id !== undefined) return stateOfOne(world, id)
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

function stateOfOne(world: Asked, id: string): CardContent {
  const each = standings(world).find(({ benefit }) => benefit.id === id)
  const record = world.company.benefits[id]
  const notes = new Footnotes(world)
  const { text, note } = recordRow(world, id, notes)
  const state = each?.state === 'locked' ? lockedState(each) : (record?.state ?? 'available')
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

/** Days on which activated benefits expire or come back, the earliest first. */
export function benefitExpiry(world: Asked, { text }: PageRequest): CardContent {
  const { company, translations, today } = world
  const named = benefitNamed(world, text)
  const records = Object.entries(company.benefits)
  if (records.length === 0) return noneActivated(world)
  const wanted = named !== undefined && company.benefits[named] ? [named] : records.map(([id]) => id)
  const dated = openBenefits(company)
    .filter(([id, { expiresOn }]) => wanted.includes(id) && expiresOn !== undefined)
    .sort(([, { expiresOn: one = '' }], [, { expiresOn: other = '' }]) => one.localeCompare(other))
  const [next] = dated.filter(([, { expiresOn = '' }]) => expiresOn >= today)
  const notes = new Footnotes(world)
  const rows = (dated.length > 0 ? dated.map(([id]) => id) : wanted).map((id) => recordRow(world, id, notes))
  const leads = ['follow-up', 'reminders']
  const section = dated.length > 0 ? 'benefit-expiry.past' : 'benefit-expiry.unknown'
  if (!next) return answered(world, section, { rows, leads, notes })
  const [id, { expiresOn = '' }] = next
  const values = { benefit: benefitTitle(world, id), date: translations.date(expiresOn) }
  return answered(world, 'benefit-expiry', { values, rows, leads, notes })
}

const noneActivated = (world: Localization): CardContent =>
  answered(world, 'benefits-active.none', { leads: ['activate-benefits', 'company.benefits-open'] })
