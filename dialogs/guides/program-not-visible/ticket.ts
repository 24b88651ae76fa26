import { isError, particularsOf } from '../../../src/programs/errors/pasted.ts'
import type { World } from '../../engine/world.ts'

const fewestCharacters = 20

/** The pasted message as an English text for Microsoft's support; empty without one. */
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
  // Adaptive Cards render a single line break as a space.
  return { ticket: [lines.join('\n\n')], ticketLabel: translations.t('program-not-visible.ticket.label') }
}

/** Tests for a message useful to support, unlike "None". */
const isWorthTelling = (world: World, message: string): boolean =>
  message.length >= fewestCharacters || isError(world.programs.errors, message)
