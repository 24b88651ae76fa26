import type { Chance } from '../../chaos/chance.ts'
import type { InputView } from '../../support/client/card-input.ts'
import type { ActionView, CardView } from '../../support/client/card-view.ts'
import { invisibles } from '../../support/recorded/invisible-characters.ts'
import { marked } from '../watch/marker.ts'
import { longTexts, nastyTexts, nastyValues } from './nasty.ts'
import { entries } from './seeds.ts'

/** Fills in forms for one person. */
export interface Hand {
  readonly chance: Chance
  readonly malice: number
  /** Stands in everything that tells of their company. */
  readonly marker: string
}

/** Inputs that hold a company's own words. */
const own = new Set([
  'name',
  'email',
  'signInEmail',
  'primaryContactEmail',
  'title',
  'description',
  'product',
])
/** Invisible characters beyond those that people paste. */
const unseen = [
  ...invisibles,
  '\u034f',
  '\u061c',
  '\u115f',
  '\u17b4',
  '\u180e',
  '\u3164',
  '\uffa0',
  '\u{1d173}',
  '\u{e0fff}',
]

/** Data of a click on this button. */
export function filledIn({ inputs }: CardView, { data }: ActionView, hand: Hand): unknown {
  const fields = Object.fromEntries(inputs.flatMap((input) => filling(input, hand)))
  return { ...Object(data), ...withTwin(fields, hand.chance) }
}

function filling({ id, choices, value }: InputView, hand: Hand): [string, unknown][] {
  const { chance, malice, marker } = hand
  const recipients = chance.next()
  const usual = entries.get(id)
  if (recipients < 0.3 * malice) return [[id, nasty(chance)]]
  if (recipients < 0.35 * malice) return []
  if (choices.length > 0) return [[id, chance.oneOf(choices).value]]
  if (usual && recipients < 0.95) return [[id, entered(id, String(chance.oneOf(usual)), chance, marker)]]
  return value === '' ? [] : [[id, value]]
}

function entered(id: string, entry: string, chance: Chance, marker: string): string {
  const meant = own.has(id) ? marked(entry, marker) : entry
  return chance.happens(0.1) ? hidingIn(meant, chance) : meant
}

/** An address that is only another one to the eye: it passes where two must differ, unless both are read as they look. */
function withTwin(fields: Readonly<Record<string, unknown>>, chance: Chance): object {
  const { email } = fields
  if (typeof email !== 'string' || !chance.happens(0.2)) return fields
  return { ...fields, signInEmail: hidingIn(email, chance) }
}

function hidingIn(text: string, chance: Chance): string {
  const at = Math.floor(chance.between(0, text.length + 1))
  return `${text.slice(0, at)}${chance.oneOf(unseen)}${text.slice(at)}`
}

/** Unlikely input. */
export function nasty(chance: Chance): unknown {
  if (chance.happens(0.02)) return chance.oneOf(longTexts)()
  return chance.oneOf(chance.happens(0.8) ? nastyTexts : nastyValues)
}
