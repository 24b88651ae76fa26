import type { BenefitRecord } from '../../../src/core/company/company.ts'
import { daysBetween, type PlainDate } from '../../../src/core/time/calendar.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { benefitTitle, openBenefits } from '../../wording/benefit-words.ts'
import { dateSource } from '../../wording/certainty.ts'
import type { Footnotes } from '../../wording/footnotes.ts'

/** A benefit, and the footnotes of the card. */
interface Listed {
  readonly world: CompanyView & Localization
  readonly notes: Footnotes
  readonly id: string
}

interface Stage {
  readonly sign: '✓' | '○' | '⚠'
  readonly word: string
  readonly day: string
}

/** After every day. */
const never = '9999-12-31'

/** The course of the benefit whose next day comes first: activated, contact due, expires. At most one. */
export function timelineOf(
  world: CompanyView & Localization,
  notes: Footnotes,
): { benefit: string; stages: Stage[] }[] {
  const dated = openBenefits(world.company)
    .filter(([, { expiresOn }]) => expiresOn === undefined || expiresOn >= world.today)
    .map(([id, record]) => ({ id, record, next: nextDay(record) ?? never }))
    .sort((one, other) => one.next.localeCompare(other.next))
  return dated.slice(0, 1).map(({ id, record }) => ({
    benefit: benefitTitle(world, id),
    stages: stagesOf({ world, notes, id }, record),
  }))
}

const awaitsContact = ({ state, contactBy }: BenefitRecord) =>
  state === 'activated' && contactBy !== undefined

const nextDay = (record: BenefitRecord): PlainDate | undefined =>
  awaitsContact(record) ? record.contactBy : record.expiresOn

function stagesOf(listed: Listed, record: BenefitRecord): Stage[] {
  const { world } = listed
  const { translations } = world
  const { activatedOn, expiresOn } = record
  const activated: Stage = {
    sign: '✓',
    word: translations.t('my-rewards.timeline.activated'),
    day: translations.inDays(daysBetween(world.today, activatedOn)),
  }
  const expires = expiresOn === undefined ? [] : [coming(listed, 'expiresOn', expiresOn)]
  return [activated, ...contactStage(listed, record), ...expires]
}

function contactStage(listed: Listed, record: BenefitRecord): Stage[] {
  const { world } = listed
  const { translations } = world
  if (awaitsContact(record) && record.contactBy) return [coming(listed, 'contactBy', record.contactBy)]
  if (!record.contactBy) return []
  const word = translations.t(`benefits.states.${record.state}`)
  return [{ sign: '✓', word, day: translations.inDays(daysBetween(world.today, record.updatedOn)) }]
}

/** A day that is awaited; late once it has passed. */
function coming({ world, notes, id }: Listed, date: 'contactBy' | 'expiresOn', on: PlainDate): Stage {
  const { translations, today } = world
  const isLate = on < today
  return {
    sign: isLate ? '⚠' : '○',
    word: translations.t(`my-rewards.timeline.${date}${isLate ? '-late' : ''}`),
    day: `${translations.inDays(daysBetween(today, on))}${notes.mark([dateSource(world, id, date)])}`,
  }
}
