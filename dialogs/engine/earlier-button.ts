import { z } from 'zod'
import { languageSchema } from '../../locales/index.ts'
import {
  type ButtonIntent,
  buttonIntentSchema,
  intentOf,
  reminderChanges,
  type Steer,
} from './button-intent.ts'

/** Reads buttons as cards carried them before intents: `{ run: 'reminders', with: 'stop' }`. Such cards are still in chats. */
export const earlierButtonSchema = z
  .object({ run: z.string().max(100), with: z.string().max(500).default('') })
  .transform(({ run, with: argument }): ButtonIntent => {
    const read = ofPages.get(run) ?? ofGuide
    return read(argument, run) ?? intentOf(run)
  })

/** Reads where buttons of questions led as cards carried it before: `edit:form`. An unknown step cannot be changed. */
export const earlierSteerSchema = z
  .string()
  .max(100)
  .transform(
    (go): Steer =>
      go === 'back' || go === 'cancel' ? { do: go } : { do: 'edit', step: go.replace(/^edit:/, '') },
  )

type Read = (argument: string, run: string) => ButtonIntent | undefined

/** Reads the argument of a guide; an unknown one starts it afresh. */
const ofGuide: Read = (argument, guide) => {
  const [how, value = ''] = parts(argument)
  if (how === '') return undefined
  if (how === 'continue') return { do: 'continue', guide }
  if (how === 'for') return { do: 'start-with', guide, answer: value }
  if (how === 'then') return { do: 'detour', guide, backTo: value }
  return { do: 'start-afresh', guide }
}

const ofReminder: Read = (argument) => {
  const [verb, rest = ''] = parts(argument)
  const [delivery = '', schedule] = parts(rest)
  return buttonIntentSchema.safeParse({ do: 'answer-reminder', verb, delivery, schedule }).data
}

const ofReminders: Read = (argument) => {
  const change = reminderChanges.find((each) => each === argument)
  const from = /^from:(\d{1,4})$/.exec(argument)?.[1]
  if (change) return { do: 'change-reminders', change }
  return from === undefined ? undefined : { do: 'list-reminders', from: Number(from) }
}

const ofHistory: Read = (argument) =>
  /^\d{1,9}$/.test(argument) ? { do: 'list-history', until: Number(argument) } : undefined

const ofMyData: Read = (argument) => myData.get(argument)

const myData: ReadonlyMap<string, ButtonIntent> = new Map([
  ['file', { do: 'download-data', of: 'person' }],
  ['company-file', { do: 'download-data', of: 'company' }],
  ['delete', { do: 'ask-deletion', of: 'person' }],
  ['company', { do: 'ask-deletion', of: 'company' }],
  ['delete:yes', { do: 'delete-data', of: 'person' }],
  ['company:yes', { do: 'delete-data', of: 'company' }],
])

const ofOtherTenants: Read = (argument) => {
  const [wish, tenant = ''] = parts(argument)
  if (wish === 'code') return { do: 'invite-tenant' }
  if (wish === 'part') return { do: 'ask-parting', tenant }
  return wish === 'part-yes' ? { do: 'part-tenant', tenant } : undefined
}

const ofLanguage: Read = (argument) => {
  const language = languageSchema.safeParse(argument).data
  return language && { do: 'speak', language }
}

const ofPages: ReadonlyMap<string, Read> = new Map([
  ['reminder', ofReminder],
  ['reminders', ofReminders],
  ['history', ofHistory],
  ['my-data', ofMyData],
  ['other-tenants', ofOtherTenants],
  ['language', ofLanguage],
  ['start-over', (argument) => (argument === 'yes' ? { do: 'start-over' } : undefined)],
  ['forget', (guide) => (guide === '' ? undefined : { do: 'forget', guide })],
])

/** Splits a text at its first colon. */
function parts(text: string): [string, string?] {
  const at = text.indexOf(':')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
