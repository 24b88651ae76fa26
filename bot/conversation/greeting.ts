import type { Conversation } from '../../src/core/conversation/conversation.ts'
import type { Incoming } from '../activity/activity.ts'
import { isArrival, isRemoval, teamOf } from '../activity/arrivals.ts'
import { typedWords } from '../activity/typed-words.ts'
import type { Desk } from '../turn/unit-of-work.ts'
import { hear } from './spoken-language.ts'
import type { Attempt } from './turn-scope.ts'

type Greeting = NonNullable<Conversation['greeting']>

/** In `welcomed`: all who are in a group, and the one person of a private chat. Earlier versions have the account there. */
const everyone = '*'
const thePerson = 'private'

/**
 * Welcomes once per person and private chat, once per group, once per team, until the bot is removed. Clients announce a
 * person twice, in any order, and again later. Who comes back in the middle of a guide is shown where it stands.
 */
export async function greet(attempt: Attempt): Promise<void> {
  const { activity, desk } = attempt
  if (isRemoval(activity)) return part(activity, desk)
  if (!isArrival(activity, desk.isPrivate)) return
  if (isGreeted(activity, desk)) return again(attempt)
  const page = pageFor(desk)
  const delivery = desk.newId()
  await attempt.commands.show(page, undefined, delivery)
  const language = desk.tongue.isKnown ? {} : { language: desk.language }
  noteGreeted(activity, desk, { delivery, page, announced: [activity.type], ...language })
}

/** A greeting that was sent before anything told the person's language is replaced by one in theirs, until they speak. */
export async function settleGreeting({ activity, desk, commands }: Attempt): Promise<void> {
  const { greeting } = desk.conversation
  if (!greeting) return
  const isOpen = greeting.language !== undefined && desk.tongue.isKnown
  const isWrong = isOpen && greeting.language !== desk.language
  if (isWrong) await commands.redraw(greeting.delivery, greeting.page)
  // What another process sent may have no known id in the channel yet: then the next turn replaces it once more.
  const isSettled = isOpen && (!isWrong || desk.chat.isDelivered(greeting.delivery))
  const { language: _, ...settled } = greeting
  const next = isSettled ? settled : greeting
  desk.note({ greeting: activity.type === 'message' ? undefined : next })
}

/** Where others read along, the bot says what it can do and where: company data is for the private chat. */
export async function tellGroup(attempt: Attempt): Promise<void> {
  const { activity, commands, understanding, desk } = attempt
  const { text } = typedWords(activity)
  hear(attempt, text)
  const command = understanding.command(text)
  const [best] = understanding.guess(text, desk.language)
  return commands.show('group', command ?? (best?.confident ? best.id : undefined))
}

/** Forgets a first coming. */
function part(activity: Incoming, desk: Desk): void {
  const team = teamIn(activity, desk)
  if (team !== undefined) desk.roll.leaveTeam(team)
  desk.note({ welcomed: [], left: true, greeting: undefined })
}

function pageFor({ isPrivate, conversation, listener }: Desk): string {
  if (!isPrivate) return 'group'
  return conversation.left || listener?.goneSince !== undefined ? 'welcome-back' : 'welcome'
}

/** A client announces one coming by two activities; whatever comes after both is a page that was loaded again. */
async function again({ activity: { type }, desk, commands, guides }: Attempt): Promise<void> {
  const { greeting } = desk.conversation
  if (greeting && !greeting.announced.includes(type))
    return desk.note({ greeting: { ...greeting, announced: [...greeting.announced, type] } })
  return guides.waiting && type === 'conversationUpdate' ? commands.feed({ kind: 'again' }) : undefined
}

const teamIn = (activity: Incoming, desk: Desk) => (desk.isPrivate ? undefined : teamOf(activity))

function isGreeted(activity: Incoming, desk: Desk): boolean {
  const team = teamIn(activity, desk)
  if (team !== undefined) return desk.roll.isInTeam(team)
  return desk.conversation.welcomed.some((name) => (name !== everyone) === desk.isPrivate)
}

/** The roster knows of teams: a team is announced in several channels. */
function noteGreeted(activity: Incoming, desk: Desk, greeting: Greeting): void {
  const team = teamIn(activity, desk)
  if (team !== undefined) desk.roll.enterTeam(team)
  const welcomed = new Set([...desk.conversation.welcomed, desk.isPrivate ? thePerson : everyone])
  desk.note({ welcomed: [...welcomed], left: undefined, greeting })
}
