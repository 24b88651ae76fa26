import { typedWords } from './activity/typed-words.ts'
import type { Incoming } from './activity.ts'
import type { Attempt } from './attempt.ts'

const everyone = '*'

/**
 * Welcomes once per person and conversation; clients announce a person twice, in any order, and again later. Who comes
 * back in the middle of a guide is shown where it stands.
 */
export async function greet({ activity, desk, commands, guides }: Attempt): Promise<void> {
  const person = desk.isPrivate ? activity.from.id : everyone
  if (!isArrival(activity)) return
  if (desk.conversation.welcomed.includes(person)) {
    return guides.waiting && activity.type === 'conversationUpdate'
      ? commands.feed({ kind: 'again' })
      : undefined
  }
  desk.note({ welcomed: [...desk.conversation.welcomed, person] })
  return commands.show(desk.isPrivate ? 'welcome' : 'group')
}

function isArrival({ type, action, membersAdded = [] }: Incoming): boolean {
  return type === 'installationUpdate' ? (action ?? '').startsWith('add') : membersAdded.length > 0
}

/** Where others read along, the bot says what it can do and where: company data is for the private chat. */
export async function tellGroup({ activity, commands, understanding, desk }: Attempt): Promise<void> {
  const { text } = typedWords(activity)
  const command = understanding.command(text)
  const [best] = understanding.guess(text, desk.language)
  return commands.show('group', command ?? (best?.confident ? best.id : undefined))
}
