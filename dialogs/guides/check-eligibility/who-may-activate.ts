import type { Grant } from '../../../src/core/program/grant.ts'
import { permission } from '../../../src/core/program/permission.ts'
import { localizedRoles } from '../../engine/role-names.ts'
import type { World } from '../../engine/world.ts'
import type { Footnotes } from '../../wording/footnotes.ts'

const own = 'check-eligibility'

/** Roles that may activate benefits, those of which Microsoft's pages differ, and the person's own. */
export function whoMayActivate({ translations, program, person }: World, notes: Footnotes): string[] {
  const { answer, allowed } = permission(program, 'activateBenefit', person.role)
  const isSure = ({ certainty }: Grant) => certainty !== 'unsure'
  const [sure, unsure] = [allowed.filter(isSure), allowed.filter((grant) => !isSure(grant))]
  const say = (key: string, grants: readonly Grant[]) => {
    const sources = notes.mark(grants.map(({ source }) => source))
    const who = localizedRoles(translations, grants)
    return grants.length > 0 ? [`${translations.t(`${own}.who.${key}`, { who })}${sources}`] : []
  }
  const yours = answer === 'yes' || answer === 'no' ? [translations.t(`${own}.who.${answer}`)] : []
  const who = [...say('sure', sure), ...say(sure.length > 0 ? 'unsure' : 'unconfirmed', unsure), ...yours]
  return [who.join(' ')]
}
