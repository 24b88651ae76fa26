import type { CompanyView } from '../engine/world/company-view.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import { unanswered } from '../guides/technical-help/case-follow-up/open-requests.ts'
import { openBenefits } from '../wording/benefit-words.ts'
import type { Condition } from './answer.ts'

type Asked = CompanyView & Pick<Speaker, 'person'>

const isRecorded: Readonly<Record<NonNullable<Condition['recorded']>, (world: Asked) => boolean>> = {
  'open-benefits': ({ company }) => openBenefits(company).length > 0,
  'open-requests': (world) => unanswered(world).length > 0,
  contact: ({ company }) => company.contact !== undefined,
  sales: ({ company }) => company.eligibility !== undefined,
  enrollment: ({ company }) => company.enrollment !== undefined,
}

/** Tests whether all named conditions hold for the company and the person who asks. */
export function holds(world: Asked, { program, situation, recorded, role }: Condition): boolean {
  const isProgram = program === undefined || (program === 'frontier') === isFrontier(world)
  const now = world.company.enrollment?.situation
  const isSituation = situation === undefined || (now !== undefined && situation.includes(now))
  const own = world.person.role
  const isRole = role === undefined || (own !== undefined && role.includes(own))
  return isProgram && isSituation && isRole && (recorded === undefined || isRecorded[recorded](world))
}

/** A program with paths to enroll in. */
const isFrontier = ({ program }: CompanyView): boolean => program.enrollment !== undefined
