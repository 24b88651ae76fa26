import { isOfGuest, maySpeakFor } from '../../src/core/people/authorized-people.ts'
import { namesOf } from '../engine/people-names.ts'
import type { CardContent } from '../engine/render.ts'
import { type Asked, answered, leadTo } from './answered.ts'

/** Tells who is authorized, and whether the person who asks is. */
export function authorized(world: Asked): CardContent {
  const { company, personId, translations } = world
  const leads = ['rewards-team', 'my-rewards']
  if (!company.team)
    return answered(world, `authorized.${isOfGuest(company, personId) ? 'none-guest' : 'none'}`, { leads })
  const isOne = maySpeakFor(company, personId)
  return answered(world, `authorized.${isOne ? 'you' : 'others'}`, {
    values: { who: namesOf(translations, company.team.members) },
    leads: [leadTo(world, isOne ? 'change-authorized' : 'ask-authorized', 'rewards-team'), 'my-rewards'],
  })
}

/** Role of the person who asks, and whether it is proven. */
export function myRole(world: Asked): CardContent {
  const { translations, person, isRoleProven } = world
  const { role } = person
  const leads = ['my-data', 'help']
  if (role === undefined) return answered(world, 'my-role.none', { leads })
  if (role === 'unknown') return answered(world, 'my-role.unknown', { leads })
  return answered(world, `my-role.${isRoleProven ? 'proven' : 'declared'}`, {
    values: { role: translations.t(`role.options.choice.${role}`) },
    leads,
  })
}
