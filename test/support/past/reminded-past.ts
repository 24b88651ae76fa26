import type { Language } from '../../../locales/index.ts'
import type { Command } from '../../../src/core/company/command.ts'
import type { Recipient } from '../../../src/core/reminders/roster.ts'
import { Rehearsal } from '../bot/rehearsal.ts'
import { noon } from '../bot/rehearse.ts'
import { contact, facts, type Past, situationAfter } from './situations.ts'

export const hour = 3_600_000
export const day = 24 * hour
/** A Monday at ten in Paris; the past is counted from the day before. */
export const monday = noon + 21 * hour

export const eligible: Command = {
  type: 'RecordEligibility',
  facts: { ...facts, profiles: [...facts.profiles] },
}
export const activate = (benefit: string): Command => ({ type: 'ActivateBenefit', benefit })
export const prepared: Past['commands'] = [
  [30, eligible],
  [30, { type: 'AssignContact', contact }],
]
/** Too lately for anything but what the test is about. */
export const recently: Past['commands'] = prepared.map(([, command]) => [6, command] as const)
export const activated = (daysAgo: number, ...benefits: string[]): Past['commands'] => [
  ...prepared,
  ...benefits.map((benefit) => [daysAgo, activate(benefit)] as const),
]

/** A conversation with a person of that past, on that Monday. */
export function chatAfter(
  commands: Past['commands'],
  listening: Partial<Recipient> = {},
  language: Language = 'en',
) {
  const past = {
    role: 'global-admin',
    commands,
    listening: { timeZone: 'Europe/Paris', ...listening },
  } as const
  return new Rehearsal(situationAfter(past), monday, language)
}
