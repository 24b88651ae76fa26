import { z } from 'zod'

export const memberSchema = z.object({ id: z.string(), name: z.string() })
export type Member = z.infer<typeof memberSchema>

/** Ids are unique; a team without members is none. */
export const membersSchema = z.array(memberSchema).min(1).max(30)

/** Somebody who would like to be a member, and since which instant. */
const askingSchema = memberSchema.extend({ at: z.iso.datetime() })
export type Asking = z.infer<typeof askingSchema>

/** Who may speak for a company, and who has asked to be one of them, in the order of time. */
export const teamSchema = z.object({ members: membersSchema, asked: z.array(askingSchema) })
export type Team = z.infer<typeof teamSchema>

interface Led {
  readonly team?: Team | undefined
}

const includes = (people: readonly Member[], id: string): boolean => people.some((each) => each.id === id)

/** Somebody whom the team was named with: nobody, as long as there is none. */
export const isOnTeam = ({ team }: Led, id: string): boolean => includes(team?.members ?? [], id)

/** As long as nobody named a team, everybody is as good as a member. */
export const maySpeakFor = (company: Led, id: string): boolean =>
  company.team === undefined || isOnTeam(company, id)

export const hasAsked = ({ team }: Led, id: string): boolean => includes(team?.asked ?? [], id)

/** The team without somebody; none when nobody is left. */
export function teamWithout({ members, asked }: Team, id: string): Team | undefined {
  const isLeft = (each: Member) => each.id !== id
  const left = members.filter(isLeft)
  return left.length > 0 ? { members: left, asked: asked.filter(isLeft) } : undefined
}
