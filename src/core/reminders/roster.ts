import { z } from 'zod'
import { addressSchema } from '../conversation/conversation.ts'
import { canBePersonal } from '../conversation/personal-chat.ts'
import type { Member } from '../people/authorized-people.ts'
import { deletionSchema } from '../privacy/deletion.ts'
import { hoursSchema } from '../time/local-time.ts'

/** A card in a chat that says what is due, and whose buttons may still be clicked. */
const reminderCardSchema = z.object({
  /** Id of the delivery, which is the message's name for as long as the bot remembers it. */
  delivery: z.string(),
  /** Instant in milliseconds at which it was sent. */
  at: z.number(),
  /** Keys of the ladders that it speaks of. */
  ladders: z.array(z.string()).min(1),
})
export type ReminderCard = z.infer<typeof reminderCardSchema>

/** Somebody of a company whom the bot may write to unasked. */
export const recipientSchema = z.object({
  /** Their private chat, as it was when they last wrote there. */
  address: addressSchema,
  /** Instant in milliseconds since which the channel takes nothing for them: uninstalled, blocked, gone. */
  goneSince: z.number().optional(),
  /** Instant in milliseconds of the first refusal that named no reason, since anything got through. */
  refusedSince: z.number().optional(),
  /** Wants to hear of what colleagues began, too. */
  follows: z.boolean(),
  /** Wants no reminders. */
  silent: z.boolean(),
  /** IANA name, as the channel tells or the person chose. */
  timeZone: z.string().optional(),
  /** The person chose the zone: what the channel tells no longer counts. */
  choseTimeZone: z.boolean().optional(),
  hours: hoursSchema.optional(),
  /** The guide that was left half-way, and when, in milliseconds. */
  halfway: z.object({ guide: z.string(), since: z.number() }).optional(),
  /** By ladder: the rung that was told last, and when. */
  told: z.record(z.string(), z.object({ rung: z.int().nonnegative(), at: z.number() })),
  /** By ladder: the instant until which the person wants to be left alone with it. */
  snoozed: z.record(z.string(), z.number()),
  cards: z.array(reminderCardSchema),
})
export type Recipient = z.infer<typeof recipientSchema>

/** Who hears of a company's dates, and what they were told. It is no part of the company: its log knows nothing of it. */
export const rosterSchema = z.object({
  schema: z.literal(1),
  /** The wake-up that counts: whoever needs an earlier one replaces it. */
  wakeup: z.object({ id: z.string(), at: z.number() }).optional(),
  /** What is to be deleted. */
  deletions: z.array(deletionSchema).optional(),
  /** Ids of the teams in which the bot has said who it is. */
  teams: z.array(z.string()).optional(),
  /** By the person's id. */
  people: z.record(z.string(), recipientSchema),
})
export type Roster = z.infer<typeof rosterSchema>

export const newRoster: Roster = { schema: 1, people: {} }

/** Ids may be names that every object knows, such as `constructor`. */
export const recipientIn = ({ people }: Pick<Roster, 'people'>, person: string): Recipient | undefined =>
  Object.hasOwn(people, person) ? people[person] : undefined

export const newRecipient = (address: Recipient['address']): Recipient => ({
  address,
  follows: false,
  silent: false,
  told: {},
  snoozed: {},
  cards: [],
})

/** Whom the bot can name to somebody: themselves, then all who can be written to, by name. */
export function acquaintancesIn({ people }: Roster, self: Member): Member[] {
  const others = Object.entries(people).flatMap(([id, recipient]) => {
    const { name } = recipient.address.person
    return id !== self.id && name && isReachable(recipient) ? [{ id, name }] : []
  })
  return [self, ...others.sort((one, other) => one.name.localeCompare(other.name))]
}

/** Tells whether the bot may write to a person by itself: it can, and nobody reads along. */
export const isReachable = ({ goneSince, address }: Recipient): boolean =>
  goneSince === undefined && canBePersonal(address.conversation)

/**
 * Drops addresses that were kept though others read along there. Such a person counts as gone since `now`
 * (milliseconds), until they write in private. Returns the same roster where there is nothing to drop.
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

/** The roster with the wake-up that counts from now on, or with none. */
export function withWakeup({ wakeup: _, ...roster }: Roster, wakeup: Roster['wakeup']): Roster {
  return { ...roster, ...(wakeup && { wakeup: { id: wakeup.id, at: wakeup.at } }) }
}
