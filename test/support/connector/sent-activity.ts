import { type Activity, activitySchema, adaptiveCardType } from '../client/activity.ts'
import { failure, type HttpAnswer } from './connector-answer.ts'

const sendable = ['message', 'typing', 'trace']
const textFormats = ['plain', 'markdown', 'xml']

export type Reading =
  | { readonly kind: 'accepted'; readonly activity: Activity }
  | { readonly kind: 'refused'; readonly answer: HttpAnswer }

/** An activity that Playground or Teams accepts, or the answer with which it is refused. */
export function readSentActivity(body: unknown): Reading {
  const activity = activitySchema.safeParse(body).data
  if (!activity || !sendable.includes(activity.type)) return refuse('BadArgument', 'Invalid input')
  return activity.type === 'message' ? checkMessage(activity) : { kind: 'accepted', activity }
}

function checkMessage(message: Activity): Reading {
  if (!message.text && !message.attachments?.length) {
    return refuse('BadSyntax', 'Activity must include non empty text or attachments.')
  }
  if (message.textFormat && !textFormats.includes(message.textFormat))
    return refuse('BadArgument', 'Unknown textFormat')
  if (!mentionsAreInText(message)) return refuse('BadArgument', 'The text of a mention is not in the message')
  if (message.attachments?.some(hasStringContent))
    return refuse('BadArgument', 'Card content must be an object')
  return { kind: 'accepted', activity: message }
}

function mentionsAreInText({ entities = [], text = '' }: Activity): boolean {
  return entities.every(
    (entity) => entity.type !== 'mention' || (typeof entity.text === 'string' && text.includes(entity.text)),
  )
}

function hasStringContent(attachment: { contentType: string; content?: unknown }): boolean {
  return attachment.contentType === adaptiveCardType && typeof attachment.content === 'string'
}

function refuse(code: string, message: string): Reading {
  return { kind: 'refused', answer: failure(400, code, message) }
}

/** The messages that these clients make of one: text and card, or cards in a list, are shown (and kept) one by one. */
export function splitMessage(message: Activity): Activity[] {
  const { text, attachments = [], ...rest } = message
  const isCarousel = message.attachmentLayout === 'carousel' && !text
  const parts = attachments.length + (text ? 1 : 0)
  if (parts <= 1 || isCarousel) return [message]
  const cards = attachments.map((attachment) => ({ ...rest, attachments: [attachment] }))
  return text ? [{ ...rest, text }, ...cards] : cards
}
