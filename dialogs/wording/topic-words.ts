import type { What } from '../../src/core/reminders/schedule.ts'
import type { World } from '../engine/world.ts'
import { benefitTitle } from './benefit-words.ts'
import { programName } from './program-name.ts'
import { requestTitle } from './request-title.ts'

/** What a matter is about, as the person calls it; empty where it is about the company. Not escaped. */
export function subjectName(world: World, what: What, subject: string): string {
  const { speech } = world
  switch (what) {
    case 'verify-tenant':
      return subject
    case 'technical-answer':
      return requestTitle(world, subject)
    case 'halfway':
      return speech.has(`${subject}.name`) ? speech.t(`${subject}.name`) : subject
    case 'program-move':
      return programName(world, subject)
    case 'contact-missing':
    case 'offer-unnoticed':
    case 'refresh':
    case 'team-asked':
      return ''
    default:
      return benefitTitle(world, subject)
  }
}

/** One line that says what is due, or asks for it once its day has come. Not escaped. */
export function matterText(
  { speech, company }: World,
  what: What,
  subjects: readonly string[],
  hasCome = true,
): string {
  const asking = `my-rewards.due.${what}-overdue`
  const key = hasCome && speech.has(asking) ? asking : `my-rewards.due.${what}`
  return speech.t(key, { subjects: speech.list(subjects), name: company.contact?.name })
}
