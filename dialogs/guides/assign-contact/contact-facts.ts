import { plainName } from '../../../cards/markdown.ts'
import type { Contact } from '../../../src/core/company/company-event.ts'
import { checkContact } from '../../../src/core/people/contact.ts'
import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { extensionFact, extensionNote, readPhone } from '../../inputs/phone.ts'
import { languageOptions } from '../../inputs/places.ts'
import { openPage, otherPage, stepsBy } from '../../wording/portal.ts'

/** The contact to be confirmed, with what Partner Center may object to. */
export const contactToConfirm = (world: World, contact: Contact): Shown => ({
  view: { facts: contactFacts(world, contact) },
  warnings: warningsOf(world, contact),
  sources: [world.program.rules.language],
})

/** The contact to be copied into Partner Center, and the pages to do it on. */
export function contactToCopy(world: World, contact: Contact): Shown {
  const { screen, sources } = stepsBy(world, [...tabAndContact, ...users])
  const page = world.program.enrollment ? 'benefits' : 'rewards'
  return {
    textValues: { page: world.translations.t(`assign-contact.pages.${page}`) },
    warnings: extensionNote(world.translations, contact),
    view: { copy: contactFacts(world, contact, ({ name }) => name), screen },
    buttons: [
      openPage(world, page),
      openPage(world, 'users', world.translations.t('assign-contact.add-user')),
      ...otherPage(world, page),
    ].slice(0, 3),
    sources,
  }
}

const tabAndContact = ['benefitsTab', 'editContact', 'assignUser'] as const
const users = ['accountSettings', 'userManagement', 'addUser'] as const

/** `nameOf` says how the name is written: drawn, unless it is to be copied. */
export function contactFacts({ translations, program }: World, contact: Contact, nameOf = drawnName) {
  const phone = readPhone(contact.phone)
  const language = languageOptions(translations, program.contactRules.languages).find(
    ({ value }) => value === contact.language,
  )
  const values = {
    name: nameOf(contact),
    email: contact.email,
    phone: `${phone?.international} / ${phone?.nationalDigits}`,
    ...extensionFact(contact),
    language: language?.title ?? contact.language,
  }
  return Object.entries(values).map(([field, value]) => ({
    title: translations.t(`assign-contact.form.labels.${field}`),
    value,
  }))
}

const drawnName = ({ name }: Contact): string => plainName(name)

function warningsOf(world: World, contact: Contact): string[] {
  const { warnings } = checkContact(contact, contact, world.program.contactRules)
  return warnings.map((warning) => world.translations.t(`assign-contact.warnings.${warning}`))
}
