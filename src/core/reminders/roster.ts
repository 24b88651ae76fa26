import { z } from 'zod'
import { addressSchema } from '../conversation/conversation.ts'
import { canBePersonal } from '../conversation/personal-chat.ts'
import type { Member } from '../people/authorized-people.ts'
import { deletionSchema } from '../privacy/deletion.ts'
import { hoursSchema } from '../time/local-time.ts'

/** Reminder card in a chat whose buttons may still be clicked. */
const reminderCardSchema = z.object({
  /** Id of its delivery, which finds the channel's id as long as that is kept. */
  delivery: z.string(),
  /** Instant of sending in milliseconds. */
  at: z.number(),
  /** Keys of its schedules. */
  ladders: z.array(z.string()).min(1),
})
export type ReminderCard = z.infer<typeof reminderCardSchema>

/** Person of a company to whom the bot may write proactively. */
export const recipientSchema = z.object({
  /** Private chat, as of their last message. */
  address: addressSchema,
  /** Instant in milliseconds since which the channel rejects messages: uninstalled, blocked or gone. */
  goneSince: z.number().optional(),
  /** Instant in milliseconds of the first unexplained rejection since the last success. */
  refusedSince: z.number().optional(),
  /** Also wants reminders of what colleagues started. */
  follows: z.boolean(),
  /** Wants no reminders. */
  silent: z.boolean(),
  /** IANA name, from the channel or chosen by the person. */
  timeZone: z.string().optional(),
  /** The person chose the zone; the channel's is ignored. */
  choseTimeZone: z.boolean().optional(),
  hours: hoursSchema.optional(),
  /** The unfinished guide, and when it was left, in milliseconds. */
  halfway: z.object({ guide: z.string(), since: z.number() }).optional(),
  /** By schedule: index of the last delivered stage, and when. */
  told: z.record(z.string(), z.object({ rung: z.int().nonnegative(), at: z.number() })),
  /** By schedule: instant until which it is snoozed, in milliseconds. */
  snoozed: z.record(z.string(), z.number()),
  cards: z.array(reminderCardSchema),
})
export type Recipient = z.infer<typeof recipientSchema>

/** Recipients of a company's reminders and their delivered notices; not part of the company or its log. */
export const rosterSchema = z.object({
  schema: z.literal(1),
  /** The valid wake-up; an earlier one replaces it. */
  wakeup: z.object({ id: z.string(), at: z.number() }).optional(),
  /** Pending deletions. */
  deletions: z.array(deletionSchema).optional(),
  /** Ids of the Teams teams in which the bot introduced itself. */
  teams: z.array(z.string()).optional(),
  /** By the person's id. */
  people: z.record(z.string(), recipientSchema),
})
export type Roster = z.infer<typeof rosterSchema>

/** Roster without people. */
export const newRoster: Roster = { schema: 1, people: {} }

/** Returns a recipient by id. Ids may equal names of Object.prototype, such as `constructor`. */
export const recipientIn = ({ people }: Pick<Roster, 'people'>, person: string): Recipient | undefined =>
  Object.hasOwn(people, person) ? people[person] : undefined

/** Creates a recipient with default settings. */
export const newRecipient = (address: Recipient['address']): Recipient => ({
  address,
  follows: false,
  silent: false,
  told: {},
  snoozed: {},
  cards: [],
})

/** Lists the people whom the bot may name to `self`: themselves first, then all reachable people by name. */
export function acquaintancesIn({ people }: Roster, self: Member): Member[] {
  const others = Object.entries(people).flatMap(([id, recipient]) => {
    const { name } = recipient.address.person
    return id !== self.id && name && isReachable(recipient) ? [{ id, name }] : []
  })
  return [self, ...others.sort((one, other) => one.name.localeCompare(other.name))]
}

/** Tells whether the bot can write to a person proactively, in a chat with no other readers. */
export const isReachable = ({ goneSince, address }: Recipient): boolean =>
  goneSince === undefined && canBePersonal(address.conversation)

/**
 * Drops stored addresses of shared chats. Such a person counts as gone since `now` (milliseconds) until they write in
 * private. Returns the same roster if nothing changes.
 */
export function withoutSharedAddresses(roster: Roster, now: number): Roster {
  const isShared = ({ address: { conversation } }: Recipient) =>
    conversation !== '' && !canBePersonal(conversation)
  const people = Object.entries(roster.people)
  if (!people.some(([, recipient]) => isShared(recipient))) return roster
  const kept = people.map(([id, each]) => [id, isShared(each) ? unreachable(each, now) : each])
  return { ...roster, people: Object.fromEntries(kept) }
}

function unreachable({ goneSince, ...recipient }: Recipient, now: number): Recipient {
  return { ...recipient, goneSince: goneSince ?? now, address: { ...recipient.address, conversation: '' } }
}

/** Replaces the valid wake-up, or removes it. */
export function withWakeup({ wakeup: _, ...roster }: Roster, wakeup: Roster['wakeup']): Roster {
  return { ...roster, ...(wakeup && { wakeup: { id: wakeup.id, at: wakeup.at } }) }
}
