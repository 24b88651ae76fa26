import { z } from 'zod'
import { type Hosting, homeOf } from '../sharing/guest-id.ts'

export const memberSchema = z.object({ id: z.string(), name: z.string() })
export type Member = z.infer<typeof memberSchema>

/** Ids are unique; there is at least one. */
export const membersSchema = z.array(memberSchema).min(1).max(30)

/** A person who asked to be authorized, and the instant of the request. */
const askingSchema = memberSchema.extend({ at: z.iso.datetime() })
export type Asking = z.infer<typeof askingSchema>

/** Who may speak for a company, and who has asked to be one of them, in the order of time. */
export const authorizedPeopleSchema = z.object({ members: membersSchema, asked: z.array(askingSchema) })
export type AuthorizedPeople = z.infer<typeof authorizedPeopleSchema>

interface Led extends Hosting {
  readonly team?: AuthorizedPeople | undefined
}

const includes = (people: readonly Member[], id: string): boolean => people.some((each) => each.id === id)

/** True for the people whom the company named; false for everybody before it named any. */
export const isAuthorized = ({ team }: Led, id: string): boolean => includes(team?.members ?? [], id)

/** Somebody of another tenant, which joined the company. */
export const isOfGuest = (company: Hosting, id: string): boolean => homeOf(company, id) !== undefined

/** Before any people are authorized, everybody of the company's own tenant may speak for it. */
export const maySpeakFor = (company: Led, id: string): boolean =>
  company.team === undefined ? !isOfGuest(company, id) : isAuthorized(company, id)

export const hasAsked = ({ team }: Led, id: string): boolean => includes(team?.asked ?? [], id)

/** The authorized people who stay; undefined when none of them is of the company's own tenant and could change the list. */
export function authorizedPeopleOf(
  company: Hosting,
  { members, asked }: AuthorizedPeople,
  stays: (id: string) => boolean,
): AuthorizedPeople | undefined {
  const left = members.filter(({ id }) => stays(id))
  const isLed = left.some(({ id }) => !isOfGuest(company, id))
  return isLed ? { members: left, asked: asked.filter(({ id }) => stays(id)) } : undefined
}
