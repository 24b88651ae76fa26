import { z } from 'zod'
import { languageSchema } from '../../locales/index.ts'

const id = z.string().max(100)
const text = z.string().max(500)

/** What a button of a reminder answers. */
export const reminderVerbs = [
  'show',
  'yes',
  'no',
  'not-yet',
  'tomorrow',
  'next-week',
  'forget',
  'stop',
] as const

/** What a person can change about all reminders: none or some, of the company or only their own. */
export const reminderChanges = ['stop', 'start', 'follow', 'own'] as const

/** Whose data: all of the person, or all of the company. */
const dataOf = z.enum(['person', 'company'])

/** What a button asks for, as its card carries it and its click brings it back. */
export const buttonIntentSchema = z.discriminatedUnion('do', [
  /** A guide, where it was left if the person wants so, or a page of the catalogue. */
  z.object({ do: z.literal('open'), command: id }),
  z.object({ do: z.literal('continue'), guide: id }),
  z.object({ do: z.literal('start-afresh'), guide: id }),
  /** Starts a guide with its first question answered. */
  z.object({ do: z.literal('start-with'), guide: id, answer: text }),
  /** Starts a guide that goes on with another when it ends. */
  z.object({ do: z.literal('detour'), guide: id, backTo: id }),
  /** Drops what was entered in a guide. */
  z.object({ do: z.literal('forget'), guide: id }),
  /** Goes on with the guide that waits, else with the one that was left last. */
  z.object({ do: z.literal('resume') }),
  z.object({ do: z.literal('back') }),
  z.object({ do: z.literal('cancel') }),
  /** Drops all that was entered. */
  z.object({ do: z.literal('start-over') }),
  z.object({ do: z.literal('speak'), language: languageSchema }),
  /** `delivery` is the id of the message with the button; empty where the answer was typed. */
  z.object({
    do: z.literal('answer-reminder'),
    verb: z.enum(reminderVerbs),
    delivery: id,
    schedule: text.min(1),
  }),
  z.object({ do: z.literal('change-reminders'), change: z.enum(reminderChanges) }),
  /** `from` is the row to begin with. */
  z.object({ do: z.literal('list-reminders'), from: z.number().int().min(0).max(9999) }),
  /** `until` is how many of the oldest entries the card ends before. */
  z.object({ do: z.literal('list-history'), until: z.number().int() }),
  z.object({ do: z.literal('download-data'), of: dataOf }),
  /** Asks whether data are to be deleted. */
  z.object({ do: z.literal('ask-deletion'), of: dataOf }),
  z.object({ do: z.literal('delete-data'), of: dataOf }),
  /** Makes a code by which another tenant joins. */
  z.object({ do: z.literal('invite-tenant') }),
  /** Asks whether a tenant is to leave the company. */
  z.object({ do: z.literal('ask-parting'), tenant: text }),
  z.object({ do: z.literal('part-tenant'), tenant: text }),
])
export type ButtonIntent = z.infer<typeof buttonIntentSchema>

export const open = (command: string): ButtonIntent => ({ do: 'open', command })

const steering = ['resume', 'back', 'cancel'] as const

/** What a command asks for that a person typed or an earlier button named. */
export function intentOf(command: string): ButtonIntent {
  const steer = steering.find((each) => each === command)
  return steer ? { do: steer } : open(command)
}
