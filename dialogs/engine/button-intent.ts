import { z } from 'zod'
import { languageSchema } from '../../locales/index.ts'
import { plainDate } from '../../src/core/time/calendar.ts'

const id = z.string().max(100)
const text = z.string().max(500)
/** Characters of a typed sentence that a button brings back. */
const longestSentence = 200
const sentence = z.string().max(longestSentence)

/** Answers of reminder buttons. */
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

/** Changes of all reminders: none or some, of the company or only one's own. */
export const reminderChanges = ['stop', 'start', 'follow', 'own'] as const

/** Scope of data: the person's or the company's. */
const dataOf = z.enum(['person', 'company'])

/** Intent of a button, as stored in its card and returned by its click. */
export const buttonIntentSchema = z.discriminatedUnion('do', [
  /** Opens a page, or a guide, on request where it was left; `sentence`: typed before, and not understood surely. */
  z.object({ do: z.literal('open'), command: id, sentence: sentence.optional() }),
  z.object({ do: z.literal('continue'), guide: id }),
  z.object({ do: z.literal('start-afresh'), guide: id }),
  /** Starts a guide with its first question answered. */
  z.object({ do: z.literal('start-with'), guide: id, answer: text }),
  /** Starts a guide with the values that a sentence names. */
  z.object({ do: z.literal('start-named'), guide: id, sentence: text }),
  /** Starts a guide that continues with another when it ends. */
  z.object({ do: z.literal('detour'), guide: id, backTo: id }),
  /** Asks which of several pages or guides a sentence is about. */
  z.object({ do: z.literal('ask-meaning'), of: z.array(id).max(3), sentence }),
  /** Deletes the entries of a guide. */
  z.object({ do: z.literal('forget'), guide: id }),
  /** Continues the active guide, else the one left last. */
  z.object({ do: z.literal('resume') }),
  z.object({ do: z.literal('back') }),
  z.object({ do: z.literal('cancel') }),
  /** Deletes all entries. */
  z.object({ do: z.literal('start-over') }),
  z.object({ do: z.literal('speak'), language: languageSchema }),
  /** `delivery`: id of the message with the button; empty for typed answers. */
  z.object({
    do: z.literal('answer-reminder'),
    verb: z.enum(reminderVerbs),
    delivery: id,
    schedule: text.min(1),
  }),
  /** Postpones a reminder, or has it earlier, to a day. */
  z.object({ do: z.literal('remind-on'), delivery: id, schedule: text.min(1), on: plainDate }),
  z.object({ do: z.literal('change-reminders'), change: z.enum(reminderChanges) }),
  /** `from`: first row. */
  z.object({ do: z.literal('list-reminders'), from: z.number().int().min(0).max(9999) }),
  /** `until`: number of oldest entries after which the card ends. */
  z.object({ do: z.literal('list-history'), until: z.number().int() }),
  z.object({ do: z.literal('download-data'), of: dataOf }),
  /** Asks for confirmation to delete data. */
  z.object({ do: z.literal('ask-deletion'), of: dataOf }),
  z.object({ do: z.literal('delete-data'), of: dataOf }),
  /** Creates a code for another tenant to join. */
  z.object({ do: z.literal('invite-tenant') }),
  /** Asks for confirmation to remove a tenant. */
  z.object({ do: z.literal('ask-parting'), tenant: text }),
  z.object({ do: z.literal('part-tenant'), tenant: text }),
])
export type ButtonIntent = z.infer<typeof buttonIntentSchema>

/** Where a button of a question leads instead of answering it, as stored in its card and returned by its click. */
export const steerSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('back') }),
  z.object({ do: z.literal('cancel') }),
  /** Changes the answer of an earlier step. */
  z.object({ do: z.literal('edit'), step: id }),
])
export type Steer = z.infer<typeof steerSchema>

/** Intent to open a guide or page. */
export const open = (command: string): ButtonIntent => ({ do: 'open', command })

/** Intent to open a page that finds in a sentence what it is about. */
export const openAbout = (command: string, said: string): ButtonIntent => ({
  do: 'open',
  command,
  sentence: said.slice(0, longestSentence),
})

/** Intent to start a guide with the values that a sentence names. */
export const startNamed = (guide: string, said: string): ButtonIntent => ({
  do: 'start-named',
  guide,
  sentence: said.slice(0, longestSentence),
})

/** Intent to ask which of the first three a sentence is about. */
export const askMeaning = (of: readonly string[], said: string): ButtonIntent => ({
  do: 'ask-meaning',
  of: of.slice(0, 3),
  sentence: said.slice(0, longestSentence),
})

const steering = ['resume', 'back', 'cancel'] as const

/** Intent of a command that was typed or named by an earlier button. */
export function intentOf(command: string): ButtonIntent {
  const steer = steering.find((each) => each === command)
  return steer ? { do: steer } : open(command)
}
