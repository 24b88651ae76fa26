import type { LoggedEvent } from '../../src/core/company/company-event.ts'
import { maySpeakFor } from '../../src/core/people/authorized-people.ts'
import { nameOf } from '../engine/people-names.ts'
import type { CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
import { phoneText } from '../inputs/phone.ts'
import { languageOptions } from '../inputs/places.ts'
import { type Asked, answered, leadTo } from './answered.ts'

/** Names the marketing contact. */
export function contact(world: Asked): CardContent {
  const { company, translations } = world
  if (!company.contact) return noContact(world)
  const { name, email, assignedOn } = company.contact
  return answered(world, 'contact', {
    values: { name, email, date: translations.date(assignedOn) },
    leads: [changeContact(world), 'company.contact-who-recorded'],
  })
}

/** Number and language of the contact; like the guide that records them, for those who may act. */
export function contactPhone(world: Asked): CardContent {
  const { company, personId, translations } = world
  if (!company.contact) return noContact(world)
  const { name, language } = company.contact
  if (!maySpeakFor(company, personId))
    return answered(world, 'contact-phone.reserved', { leads: ['company.authorized', 'company.contact'] })
  const [named] = languageOptions(translations, [language])
  return answered(world, 'contact-phone', {
    values: { name, phone: phoneText(translations, company.contact), language: named?.title },
    leads: [changeContact(world), 'company.contact'],
  })
}

/** Tells who recorded the contact last, and when. */
export async function contactRecorder(world: Asked): Promise<CardContent> {
  const { company, translations } = world
  if (!company.contact) return noContact(world)
  const { name } = company.contact
  const last = (await world.history()).findLast(isOfContact)
  if (!last) return contact(world)
  return answered(world, 'contact-who-recorded', {
    values: { who: nameOf(translations, last.by), name, date: translations.date(last.at) },
    leads: ['history', changeContact(world)],
  })
}

const isOfContact = ({ event: { type } }: LoggedEvent): boolean =>
  type === 'ContactAssigned' || type === 'ContactChanged'

const noContact = (world: Localization): CardContent =>
  answered(world, 'contact.none', { leads: [leadTo(world, 'name-contact', 'assign-contact')] })

const changeContact = (world: Localization) => leadTo(world, 'change-contact', 'assign-contact')
