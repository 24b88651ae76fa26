import { z } from 'zod'
import { type Hosting, homeOf } from '../sharing/guest-id.ts'

/** A person by id and name. */
export const memberSchema = z.object({ id: z.string(), name: z.string() })
export type Member = z.infer<typeof memberSchema>

/** Authorized people; callers keep ids unique. */
export const membersSchema = z.array(memberSchema).min(1).max(30)

/** Person asking to become authorized, and when. */
const askingSchema = memberSchema.extend({ at: z.iso.datetime() })
export type Asking = z.infer<typeof askingSchema>

/** People who may act for a company, and those asking to, oldest first. */
export const authorizedPeopleSchema = z.object({ members: membersSchema, asked: z.array(askingSchema) })
export type AuthorizedPeople = z.infer<typeof authorizedPeopleSchema>

interface Led extends Hosting {
  readonly team?: AuthorizedPeople | undefined
}

const includes = (people: readonly Member[], id: string): boolean => people.some((each) => each.id === id)

/** Tells whether a person was named as authorized. */
export const isAuthorized = ({ team }: Led, id: string): boolean => includes(team?.members ?? [], id)

/** Tells whether a person belongs to another tenant that joined the company. */
export const isOfGuest = (company: Hosting, id: string): boolean => homeOf(company, id) !== undefined

/** Tells whether a person may act for the company; without authorized people all of its own tenant may. */
export const maySpeakFor = (company: Led, id: string): boolean =>
  company.team === undefined ? !isOfGuest(company, id) : isAuthorized(company, id)

/** Tells whether a person has asked to become authorized. */
export const hasAsked = ({ team }: Led, id: string): boolean => includes(team?.asked ?? [], id)

/**
 * Keeps the people for whom `stays` is true; undefined if none of the company's own tenant remains, as guests may not
 * name others.
 */
export function authorizedPeopleOf(
  company: Hosting,
  { members, asked }: AuthorizedPeople,
  stays: (id: string) => boolean,
): AuthorizedPeople | undefined {
  const left = members.filter(({ id }) => stays(id))
  const isLed = left.some(({ id }) => !isOfGuest(company, id))
  return isLed ? { members: left, asked: asked.filter(({ id }) => stays(id)) } : undefined
}
