import type { Contact } from '../../../src/core/company/company-event.ts'
import { checkContact, isEmail } from '../../../src/core/people/contact.ts'
import { line, optional, pick, shaped } from '../../engine/form.ts'
import type { Problem } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { likelyCountries, likelyFirst, likelyLanguage } from '../../inputs/likely-places.ts'
import { countryOfPhone, hasDigits, phoneText, phoneToRecord } from '../../inputs/phone.ts'
import { countries, languageOptions } from '../../inputs/places.ts'

/** The marketing contact as Partner Center asks for it, and two addresses to compare it with. */
export const contactForm = {
  name: line(),
  email: shaped(isEmail, 254),
  country: pick(),
  phone: shaped(hasDigits, 60),
  language: pick(),
  signInEmail: optional(shaped(isEmail, 254)),
  primaryContactEmail: optional(shaped(isEmail, 254)),
}
export type Entered = { [K in keyof typeof contactForm]: string | undefined }

/** Countries and languages of the form, the likely countries first. */
export const contactOptions = (world: World) => ({
  country: likelyFirst(countries(world.translations), likelyCountries(world)),
  language: languageOptions(world.translations, world.program.contactRules.languages),
})

/** Fills in the form: where the person probably is, and the contact that is recorded. */
export const contactKnown = (world: World) => ({
  country: likelyCountries(world)[0],
  language: likelyLanguage(world, world.program.contactRules.languages),
  ...recordedContact(world),
})

/** Tests whether details of the recorded person change: the steps show them, and their address was seen before. */
export const isSmallChange = ({ company }: World, entered: Contact): boolean =>
  company.contact?.email === entered.email

/** The contact that is recorded now, as the form takes it again: the extension stands behind the number. */
function recordedContact({ company: { contact }, translations }: World) {
  return (
    contact && { ...contact, phone: contact.extension ? phoneText(translations, contact) : contact.phone }
  )
}

/** The contact as it is recorded: the phone number as E.164. */
export function contactOf({
  name = '',
  email = '',
  country = '',
  phone = '',
  language = '',
  ...accounts
}: Entered): Contact {
  const { signInEmail, primaryContactEmail } = accounts
  return {
    name,
    email: email.trim(),
    ...phoneToRecord(phone, country),
    country: countryOfPhone(phone) ?? country,
    language,
    ...(signInEmail && { signInEmail }),
    ...(primaryContactEmail && { primaryContactEmail }),
  }
}

const fieldOf = {
  'email-form': 'email',
  'same-as-sign-in': 'email',
  'same-as-primary-contact': 'email',
  'phone-form': 'phone',
  'language-unknown': 'language',
} as const

/** Problems of the entered contact, by field. */
export function contactProblems(world: World, entered: Entered): Problem[] {
  const contact = contactOf(entered)
  const { problems } = checkContact(contact, contact, world.program.contactRules)
  return [
    ...problems.map((problem) => ({
      field: fieldOf[problem],
      problem,
      ...(problem === 'phone-form' && { beside: ['country'] }),
    })),
    ...unreadableAddresses(contact),
  ]
}

function unreadableAddresses(contact: Contact): Problem[] {
  const fields = ['signInEmail', 'primaryContactEmail'] as const
  const wrong = fields.filter((field) => contact[field] !== undefined && !isEmail(contact[field] ?? ''))
  return wrong.map((field) => ({ field, problem: 'email-form' }))
}
