import type { BenefitRecord } from '../../src/core/company/company.ts'
import type { PageRequest } from '../engine/page.ts'
import type { CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
import { activatable } from '../guides/activate-benefits/obstacle.ts'
import { benefitTitle, openBenefits, type Row, rowsOf, standings, whyNot } from '../wording/benefit-words.ts'
import { dateSource } from '../wording/certainty.ts'
import { Footnotes } from '../wording/footnotes.ts'
import { lockSources } from '../wording/lock-sources.ts'
import { type Asked, answered } from './answered.ts'
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

/** State of a benefit, with its dates, or why it is locked. */
export function recordRow(world: Asked, id: string, notes: Footnotes): Row {
  const each = standings(world).find(({ benefit }) => benefit.id === id)
  const record = world.company.benefits[id]
  const locked =
    each?.state === 'locked' ? [`${whyNot(world, each)}${notes.mark(lockSources(world, each))}`] : undefined
  const open = each && !record && !locked ? [whyNot(world, each)] : []
  const activated = record
    ? [activation(world, record), ...(locked ?? datesOf(world, id, record, notes))]
    : locked
  return { text: benefitTitle(world, id), note: (activated ?? open).join(' ') }
}

const activation = ({ translations }: Localization, { state, activatedOn }: BenefitRecord): string =>
  translations.t('benefits.active', {
    state: translations.t(`benefits.states.${state}`),
    date: translations.date(activatedOn),
  })

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
  const ids = ready.map(({ benefit }) => benefit.id)
  const others = standings(world).filter(
    (each) => each.state === 'available' && !ids.includes(each.benefit.id),
  )
  return answered(world, 'benefits-open', {
    values: { number: ready.length },
    rows: [
      ...ids.map((id) => ({ text: benefitTitle(world, id), note: '' })),
      ...rowsOf(
        world,
        others.map((each) => [whyNot(world, each), each.benefit.id]),
      ),
    ],
    leads: ['activate-benefits', 'company.benefit-locked'],
    sources: [world.program.rules.thresholds],
  })
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
