import { hasErrorForm } from '../../../src/core/errors/error-form.ts'
import type { KnownError } from '../../../src/core/errors/known-error.ts'
import { keepable, lookupPage } from '../../../src/core/errors/particulars.ts'
import { open } from '../../engine/button-intent.ts'
import { choice, optional, pasted } from '../../engine/form.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { openPage, otherPage } from '../../wording/portal.ts'
import { ticket } from './ticket.ts'

/** The message that Partner Center shows, where it shows one. */
export const messageForm = { message: optional(pasted(keepable)) }
/** How to go on with an error that is not known. */
export const unknownForm = { choice: choice(['questions', 'support']) }

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
    buttons: [
      openPage(world, error.link),
      ...startOf(world, error.guide),
      ...lookUp(world, message),
      startAgain(world),
    ],
  }
}

export const messageUnknown = ({ translations }: World): string =>
  translations.t('program-not-visible.message-unknown')

/** The error that is not known, as support needs it, and Microsoft's page about its code. */
export const unknownError = (world: World, message: string | undefined): Shown => ({
  view: ticket(world, message),
  buttons: lookUp(world, message),
})

/** The way to Microsoft's support: its page, the page about the code, and the text to copy. */
export const supportRequest = (world: World, message: string | undefined): Shown => ({
  view: ticket(world, message),
  buttons: [
    openPage(world, 'support', world.translations.t('program-not-visible.support-button')),
    ...otherPage(world, 'support'),
    ...lookUp(world, message),
    startAgain(world),
  ],
})

/** A button to Microsoft's page about the sign-in code in a message. */
function lookUp({ translations }: World, message = ''): Button[] {
  const url = lookupPage(/^\d{4,8}$/.test(message.trim()) ? `AADSTS${message.trim()}` : message)
  return url ? [{ title: translations.t('program-not-visible.look-up'), url }] : []
}

/** Starts the guide that puts it right, where there is one. */
export const startOf = ({ translations }: World, guide: string | undefined): Button[] =>
  guide ? [{ title: translations.t(`${guide}.name`), intent: open(guide) }] : []

export const startAgain = ({ translations }: World): Button => ({
  title: translations.t('program-not-visible.anew'),
  intent: open('program-not-visible'),
})
