import { pick } from '../../engine/form.ts'
import type { Option } from '../../engine/render.ts'
import type { Go } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { unanswered, withoutCaseNumber } from './case-follow-up/open-requests.ts'

/** The purpose of the person. */
export const whatForm = { choice: pick() }

/** First step of each purpose; the request is the default. */
const ways: Readonly<Record<string, Go | undefined>> = {
  request: undefined,
  sponsorship: { to: 'agreement' },
  'case-number': { to: 'case' },
  answered: { to: 'answered' },
}

/** Step that a purpose leads to. */
export const wayTo = ({ choice }: { readonly choice: string }): Go | undefined => ways[choice]

/** Tests the purpose of the person. */
export const isFor =
  (way: 'request' | 'sponsorship' | 'case-number' | 'answered') =>
  ({ answers: { what } }: { readonly answers: { readonly what: { readonly choice: string } } }): boolean =>
    what.choice === way

/** Purposes as options. */
export function thingsToDo(world: World): Option[] {
  const isPossible: Readonly<Record<string, boolean>> = {
    'case-number': withoutCaseNumber(world).length > 0,
    answered: unanswered(world).length > 0,
  }
  return Object.keys(ways)
    .filter((value) => isPossible[value] ?? true)
    .map((value) => ({ value, title: world.translations.t(`technical-help.what.options.choice.${value}`) }))
}
