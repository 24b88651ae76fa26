import { nameOf } from './people-names.ts'
import type { Localization } from './world/localization.ts'
import type { Speaker } from './world/speaker.ts'

/** Name and role of the recording person; says if the role is only declared. */
export function signatureOf({ translations, person, isRoleProven }: Speaker & Localization): string {
  const { role } = person
  const who = nameOf(translations, person)
  if (role === undefined || role === 'unknown') return translations.t('signature.plain', { who })
  const values = { who, role: translations.t(`signature.roles.${role}`) }
  return translations.t(`signature.${isRoleProven ? 'proven' : 'declared'}`, values)
}
