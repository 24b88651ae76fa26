import { z } from 'zod'
import { type Hosting, homeOf } from '../sharing/guest-id.ts'

export const memberSchema = z.object({ id: z.string(), name: z.string() })
export type Member = z.infer<typeof memberSchema>

/** Ids are unique; a team without members is none. */
export const membersSchema = z.array(memberSchema).min(1).max(30)

/** Somebody who would like to be a member, and since which instant. */
const askingSchema = memberSchema.extend({ at: z.iso.datetime() })
export type Asking = z.infer<typeof askingSchema>

/** Who may speak for a company, and who has asked to be one of them, in the order of time. */
export const authorizedPeopleSchema = z.object({ members: membersSchema, asked: z.array(askingSchema) })
export type AuthorizedPeople = z.infer<typeof authorizedPeopleSchema>

interface Led extends Hosting {
  readonly team?: AuthorizedPeople | undefined
}

const includes = (people: readonly Member[], id: string): boolean => people.some((each) => each.id === id)

/** Somebody whom the team was named with: nobody, as long as there is none. */
export const isAuthorized = ({ team }: Led, id: string): boolean => includes(team?.members ?? [], id)

/** Somebody of another tenant, which joined the company. */
export const isOfGuest = (company: Hosting, id: string): boolean => homeOf(company, id) !== undefined

/** As long as nobody named a team, everybody of the company's own tenant is as good as a member. */
export const maySpeakFor = (company: Led, id: string): boolean =>
  company.team === undefined ? !isOfGuest(company, id) : isAuthorized(company, id)

export const hasAsked = ({ team }: Led, id: string): boolean => includes(team?.asked ?? [], id)

/** The team with those who stay; none when none of them is of the company's own tenant: nobody could change it any more. */
export function authorizedPeopleOf(
  company: Hosting,
  { members, asked }: AuthorizedPeople,
  stays: (id: string) => boolean,
): AuthorizedPeople | undefined {
  const left = members.filter(({ id }) => stays(id))
  const isLed = left.some(({ id }) => !isOfGuest(company, id))
  return isLed ? { members: left, asked: asked.filter(({ id }) => stays(id)) } : undefined
}
