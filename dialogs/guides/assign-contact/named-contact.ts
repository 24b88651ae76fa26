import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max'
import { onlyOne } from '../../../src/core/collections/only-one.ts'
import { isEmail } from '../../../src/core/people/contact.ts'
import type { Reading } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { readPhone } from '../../inputs/phone.ts'
import { properNames } from '../../understanding/proper-names.ts'

const addresses = /[^\s<>()[\]:;,"“”«»]+@[^\s<>()[\]:;,"“”«»]+/g
/** Characters read of a sentence. */
const longest = 500

/** Finds the contact in a sentence: one name, one e-mail address and one phone number, where they are sure. */
export function contactNamed(sentence: string, world: World): Reading | undefined {
  const text = sentence.slice(0, longest)
  const email = emailIn(text)
  const phone = phoneIn(text, world.company.contact?.country)
  const name = onlyOne(properNames(text).map((each) => each.name))
  if (name === undefined && email === undefined && phone === undefined) return undefined
  const isAnother = isOther(world.company.contact, { name, email })
  const values = { name, email, phone }
  const entered = Object.entries(values).flatMap(([field, value]) =>
    value === undefined && !isAnother ? [] : [[field, value ?? ''] as const],
  )
  return { values: { person: { choice: email ?? '' }, form: Object.fromEntries(entered) } }
}

/** Tells whether the person is not the recorded contact, whose address and number then are not theirs. */
function isOther(
  recorded: World['company']['contact'],
  { name, email }: { readonly name: string | undefined; readonly email: string | undefined },
): boolean {
  if (!recorded || name === recorded.name) return false
  return name !== undefined || (email !== undefined && email !== recorded.email)
}

function emailIn(text: string): string | undefined {
  const found = (text.match(addresses) ?? []).map((each) => each.replace(/[.!?'’]+$/, ''))
  return onlyOne(found.filter(isEmail))
}

/** A national number counts where the country of the contact is known. */
function phoneIn(text: string, country: string | undefined): string | undefined {
  const plain = text.replace(addresses, ' ')
  const known = country !== undefined && isSupportedCountry(country) ? { defaultCountry: country } : {}
  const found = findPhoneNumbersInText(plain, { extended: true, ...known })
  return onlyOne(
    found
      .map(({ startsAt, endsAt }) => plain.slice(startsAt, endsAt))
      .filter((each) => readPhone(each, country)),
  )
}
