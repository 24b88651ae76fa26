import type { Conversation } from '../../src/core/conversation/conversation.ts'
import type { Incoming } from '../activity/activity.ts'
import { isArrival, isRemoval, teamIdOf } from '../activity/arrivals.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { TurnScope } from './turn-scope.ts'

type Greeting = NonNullable<Conversation['greeting']>

/** Entries of `welcomed`: a whole group, or the person of a private chat. Earlier versions stored the account. */
const everyone = '*'
const thePerson = 'private'

/**
 * Welcomes once per private chat, group or team until the bot is removed. Clients announce a person twice, in any
 * order, and again on reload; in an active guide its card is shown again.
 */
export async function greet(attempt: TurnScope): Promise<void> {
  const { activity, work } = attempt
  if (isRemoval(activity)) return forgetGreeting(activity, work)
  if (!isArrival(activity, work.isPersonalChat)) return
  if (isGreeted(activity, work)) return again(attempt)
  const page = pageFor(work)
  const delivery = work.world.newId()
  await attempt.commands.show(page, undefined, delivery)
  const language = work.conversationLanguage.isKnown ? {} : { language: work.language }
  noteGreeted(activity, work, { delivery, page, announced: [activity.type], ...language })
}

/** Replaces a greeting sent before the language was known, until the person writes. */
export async function settleGreeting({ activity, work, commands }: TurnScope): Promise<void> {
  const { greeting } = work.conversation
  if (!greeting) return
  const isOpen = greeting.language !== undefined && work.conversationLanguage.isKnown
  const isWrong = isOpen && greeting.language !== work.language
  if (isWrong) await commands.redraw(greeting.delivery, greeting.page)
  // A message of another process may have no channel id yet; the next turn then replaces it again.
  const isSettled = isOpen && (!isWrong || work.chat.isDelivered(greeting.delivery))
  const { language: _, ...settled } = greeting
  const next = isSettled ? settled : greeting
  work.note({ greeting: activity.type === 'message' ? undefined : next })
}

/** Resets the greeting after a removal. */
function forgetGreeting(activity: Incoming, work: UnitOfWork): void {
  const team = teamIn(activity, work)
  if (team !== undefined) work.recipients.leaveTeam(team)
  work.note({ welcomed: [], left: true, greeting: undefined })
}

function pageFor({ isPersonalChat, conversation, recipients }: UnitOfWork): string {
  if (!isPersonalChat) return 'group'
  return conversation.left || recipients.recipient?.goneSince !== undefined ? 'welcome-back' : 'welcome'
}

/** A client announces one arrival with two activities; later ones mean that the page was reloaded. */
async function again({ activity: { type }, work, commands, guides }: TurnScope): Promise<void> {
  const { greeting } = work.conversation
  if (greeting && !greeting.announced.includes(type))
    return work.note({ greeting: { ...greeting, announced: [...greeting.announced, type] } })
  return guides.waiting && type === 'conversationUpdate' ? commands.feed({ kind: 'again' }) : undefined
}

const teamIn = (activity: Incoming, work: UnitOfWork) =>
  work.isPersonalChat ? undefined : teamIdOf(activity)

function isGreeted(activity: Incoming, work: UnitOfWork): boolean {
  const team = teamIn(activity, work)
  if (team !== undefined) return work.recipients.isInTeam(team)
  return work.conversation.welcomed.some((name) => (name !== everyone) === work.isPersonalChat)
}

/** Teams are stored in the roster, as they are announced in several channels. */
function noteGreeted(activity: Incoming, work: UnitOfWork, greeting: Greeting): void {
  const team = teamIn(activity, work)
  if (team !== undefined) work.recipients.enterTeam(team)
  const welcomed = new Set([...work.conversation.welcomed, work.isPersonalChat ? thePerson : everyone])
  work.note({ welcomed: [...welcomed], left: undefined, greeting })
}
