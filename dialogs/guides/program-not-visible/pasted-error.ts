import { hasErrorForm, isError } from '../../../src/core/errors/error-form.ts'
import type { KnownError } from '../../../src/core/errors/known-error.ts'
import { lookupPage, particularsOf } from '../../../src/core/errors/particulars.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { openPage, otherPage } from '../../wording/portal.ts'

const fewestCharacters = 20

/** The known error in a pasted message; a bare number is taken for a sign-in code. */
export function errorIn({ programs }: World, message = ''): KnownError | undefined {
  const bare = /^\D{0,2}(\d{4,8})\D{0,2}$/.exec(message.trim())?.[1]
  return programs.errors.find(bare ? `AADSTS${bare}` : message)
}

/** A pasted message that is an error by its form, but none that is known. */
export const isUnknownError = (world: World, message = ''): boolean =>
  !errorIn(world, message) && hasErrorForm(message)

/** Cause and cure of a known error, where to go, and the text for support in case it does not help. */
export function cure(world: World, message = ''): Shown {
  const error = errorIn(world, message)
  if (!error) throw new Error('A cure was shown for a message that is not known')
  const { translations } = world
  return {
    section: `program-not-visible.errors.${error.id}`,
    view: {
      lines: error.certainty === 'official' ? [] : [translations.t('program-not-visible.our-conclusion')],
      ...ticket(world, message),
    },
    sources: [error.source],
    buttons: [openPage(world, error.link), ...startOf(world, error.guide), ...lookUp(world, message)],
  }
}

/** The way to Microsoft's support: its page, and the page about the code. */
export const supportButtons = (world: World, message: string | undefined): Button[] => [
  openPage(world, 'support', world.translations.t('program-not-visible.support-button')),
  ...otherPage(world, 'support'),
  ...lookUp(world, message),
]

/** A button to Microsoft's page about the sign-in code in a message. */
export function lookUp({ translations }: World, message = ''): Button[] {
  const url = lookupPage(/^\d{4,8}$/.test(message.trim()) ? `AADSTS${message.trim()}` : message)
  return url ? [{ title: translations.t('program-not-visible.look-up'), url }] : []
}

/** Starts the guide that puts it right, where there is one. */
export const startOf = ({ translations }: World, guide: string | undefined): Button[] =>
  guide ? [{ title: translations.t(`${guide}.name`), run: guide }] : []

/** The pasted message as a text for Microsoft's support, in English as its forms are; nothing where none was pasted. */
export function ticket(world: World, message: string | undefined) {
  const { translations } = world
  if (!message || !isWorthTelling(world, message)) return { ticket: [] }
  const { codes, ids, time } = particularsOf(message)
  const parts = [
    translations.t('program-not-visible.ticket.problem'),
    ...(codes.length > 0 ? [`Error: ${codes.join(', ')}`] : []),
    `Time: ${time ?? translations.t('program-not-visible.ticket.no-time')}`,
    ...ids.map(({ name, value }) => `${name}: ${value}`),
    'Message:',
    ...message.split('\n').map((line) => line.trim()),
  ]
  const lines = parts.filter((part) => part !== '')
  // Adaptive Cards draw a single line break as a space.
  return { ticket: [lines.join('\n\n')], ticketLabel: translations.t('program-not-visible.ticket.label') }
}

/** "None" is no message that support could use. */
const isWorthTelling = (world: World, message: string): boolean =>
  message.length >= fewestCharacters || isError(world.programs.errors, message)
