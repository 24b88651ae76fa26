import type { KnownError } from '../../../src/core/errors/known-error.ts'
import { lookupPage } from '../../../src/core/errors/particulars.ts'
import type { Certainty } from '../../../src/core/program/benefit-definition.ts'
import { hasErrorForm, keepable } from '../../../src/programs/errors/pasted.ts'
import { open } from '../../engine/button-intent.ts'
import { choice, optional, pasted } from '../../engine/form.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { openPage, otherPage } from '../../wording/portal.ts'
import { ticket } from './ticket.ts'

/** The message shown by Partner Center, if any. */
export const messageForm = { message: optional(pasted(keepable)) }
/** Next step for an unknown error. */
export const unknownForm = { choice: choice(['questions', 'support']) }

/** Known error in a pasted message; a bare number counts as a sign-in code. */
export function errorIn({ programs }: World, message = ''): KnownError | undefined {
  const bare = /^\D{0,2}(\d{4,8})\D{0,2}$/.exec(message.trim())?.[1]
  return programs.errors.find(bare ? `AADSTS${bare}` : message)
}

/** Tests for a message with the form of an error, but unknown. */
export const isUnknownError = (world: World, message = ''): boolean =>
  !errorIn(world, message) && hasErrorForm(message)

/** What to say of a remedy that Microsoft does not describe. */
const doubts: Readonly<Record<Certainty, readonly string[]>> = {
  official: [],
  secondary: ['our-conclusion'],
  inferred: ['our-conclusion'],
  unknown: ['our-conclusion'],
  general: ['general-knowledge'],
}

/** Cause and solution of a known error, with links and a text for support. */
export function cure(world: World, message = ''): Shown {
  const error = errorIn(world, message)
  if (!error) throw new Error('A cure was shown for a message that is not known')
  const { translations } = world
  return {
    section: `program-not-visible.errors.${error.id}`,
    view: {
      lines: doubts[error.certainty].map((doubt) => translations.t(`program-not-visible.${doubt}`)),
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

/** Says that the message is unknown. */
export const messageUnknown = ({ translations }: World): string =>
  translations.t('program-not-visible.message-unknown')

/** Unknown error as text for support, and Microsoft's page about its code. */
export const unknownError = (world: World, message: string | undefined): Shown => ({
  view: ticket(world, message),
  buttons: lookUp(world, message),
})

/** Microsoft's support: its page, the page about the code, and the text to copy. */
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

/** Button to the guide that solves it, if any. */
export const startOf = ({ translations }: World, guide: string | undefined): Button[] =>
  guide ? [{ title: translations.t(`${guide}.name`), intent: open(guide) }] : []

/** Button to start the guide again. */
export const startAgain = ({ translations }: World): Button => ({
  title: translations.t('program-not-visible.anew'),
  intent: open('program-not-visible'),
})
