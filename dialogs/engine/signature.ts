import { nameOf } from '../engine/people-names.ts'
import type { World } from './world.ts'

/** Who records something here, and in which role: whether they only said so is never left open. */
export function signatureOf({ speech, person, isRoleProven }: World): string {
  const { role } = person
  const who = nameOf(speech, person)
  if (role === undefined || role === 'unknown') return speech.t('signature.plain', { who })
  const values = { who, role: speech.t(`signature.roles.${role}`) }
  return speech.t(`signature.${isRoleProven ? 'proven' : 'declared'}`, values)
}
