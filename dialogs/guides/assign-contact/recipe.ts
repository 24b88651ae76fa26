import { plainName } from '../../../cards/markdown.ts'
import type { Contact } from '../../../src/core/company/company-event.ts'
import { checkContact, isEmail } from '../../../src/core/people/contact.ts'
import { line, optional, pick } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import type { Problem } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { extensionFact, extensionNote, phoneText, phoneToRecord, readPhone } from '../../inputs/phone.ts'
import { countries, languageOptions } from '../../inputs/places.ts'
import { asksRole, mayNot, roleCard, roleForm } from '../../inputs/role.ts'
import { openPage, otherPage, screenNote } from '../../wording/portal.ts'

const contactForm = {
  name: line(),
  email: line(254),
  country: pick(),
  phone: line(60),
  language: pick(),
  signInEmail: optional(line(254)),
  primaryContactEmail: optional(line(254)),
}
const personForm = { choice: pick() }
type Entered = { [K in keyof typeof contactForm]: string | undefined }

const someoneElse = 'someone-else'

/** Assigns the company's marketing contact, or changes the one there is. */
export const assignContact = guide('assign-contact', { version: 1 })
  .require(({ world }) => onlyAuthorized(world))
  .askIf('role', asksRole('assignContact'), roleForm, roleCard)
  .note(({ world, answers }) => answers.role && world.remember({ role: answers.role.choice }))
  .require((scene) => mayNot(scene, 'assignContact'))
  .askIf('person', ({ world }) => world.isDirectoryConnected, personForm, {
    card: 'pick-one',
    offer: async ({ world }) => ({ choice: await peopleToPick(world) }),
  })
  .ask('form', contactForm, {
    view: ({ world }) => ({ sources: [world.program.rules.contactEmail] }),
    offer: ({ world }) => ({
      country: countries(world.translations),
      language: languageOptions(world.translations, world.program.contactRules.languages),
    }),
    prefill: async ({ world, answers }) => ({
      ...recordedContact(world),
      ...(await pickedPerson(world, answers.person?.choice)),
    }),
    check: (entered, { world }) => problemsOf(world, entered),
  })
  .confirm('summary', {
    card: 'summary',
    edit: ['form'],
    view: ({ world, answers: { form } }) => ({
      view: { facts: factsOf(world, contactOf(form)) },
      warnings: warningsOf(world, contactOf(form)),
      sources: [world.program.rules.language],
    }),
  })
  .instruct('steps', {
    card: 'steps',
    view: ({ world, answers: { form } }) => ({
      warnings: extensionNote(world.translations, contactOf(form)),
      view: {
        copy: factsOf(world, contactOf(form), ({ name }) => name),
        screen: screenNote(world, ['editContact', 'assignUser', 'benefitsTab']),
      },
      buttons: [
        openPage(world, 'rewards'),
        openPage(world, 'users', world.translations.t('assign-contact.add-user')),
        ...otherPage(world, 'rewards'),
      ].slice(0, 3),
    }),
  })
  .note(({ world, answers: { form } }) => form.signInEmail && world.remember({ email: form.signInEmail }))
  .record(({ answers: { form } }) => ({ type: 'AssignContact', contact: contactOf(form) }))
  .end('receipt', ({ world, answers: { form } }) => receipt(world, contactOf(form)), 'message')

function contactOf({
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
    country,
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

function problemsOf(world: World, entered: Entered): Problem[] {
  const contact = contactOf(entered)
  const { problems } = checkContact(contact, contact, world.program.contactRules)
  return [
    ...problems.map((problem) => ({ field: fieldOf[problem], problem })),
    ...unreadableAddresses(contact),
  ]
}

function unreadableAddresses(contact: Contact): Problem[] {
  const fields = ['signInEmail', 'primaryContactEmail'] as const
  const wrong = fields.filter((field) => contact[field] !== undefined && !isEmail(contact[field] ?? ''))
  return wrong.map((field) => ({ field, problem: 'email-form' }))
}

function warningsOf(world: World, contact: Contact): string[] {
  const { warnings } = checkContact(contact, contact, world.program.contactRules)
  return warnings.map((warning) => world.translations.t(`assign-contact.warnings.${warning}`))
}

/** `nameOf` says how the name is written: drawn, unless it is to be copied. */
function factsOf({ translations, program }: World, contact: Contact, nameOf = drawnName) {
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

/** As the form takes it again: the extension stands behind the number. */
function recordedContact({ company: { contact }, translations }: World) {
  return (
    contact && { ...contact, phone: contact.extension ? phoneText(translations, contact) : contact.phone }
  )
}

function receipt(world: World, contact: Contact) {
  return {
    textValues: { name: contact.name },
    view: { facts: factsOf(world, contact), lines: changesIn(world) },
    buttons: [{ title: world.translations.t('activate-benefits.name'), run: 'activate-benefits' }],
  }
}

function changesIn({ recorded, translations }: World): string[] {
  const changed = recorded.flatMap((event) => (event.type === 'ContactChanged' ? event.changed : []))
  const fields = translations.list(
    changed.map((field) => translations.t(`assign-contact.form.labels.${field}`)),
  )
  return changed.length > 0 ? [translations.t('assign-contact.changed', { fields })] : []
}

async function peopleToPick(world: World) {
  const people = await world.colleagues()
  const options = people.map(({ name, email }) => ({
    value: email ?? name,
    title: email ? `${name} · ${email}` : name,
  }))
  return [...options, { value: someoneElse, title: world.translations.t('assign-contact.someone-else') }]
}

async function pickedPerson(world: World, picked: string | undefined) {
  const people = picked === undefined || picked === someoneElse ? [] : await world.colleagues()
  return people.find(({ name, email }) => (email ?? name) === picked)
}
