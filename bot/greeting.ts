import { typedText } from './activity.ts'
import type { Attempt } from './attempt.ts'

const everyone = '*'

/** Welcomes once per person and conversation; clients announce a person twice, in any order, and again later. */
export async function greet({ activity, desk, commands }: Attempt): Promise<void> {
  const arrives =
    activity.type === 'installationUpdate'
      ? activity.action?.startsWith('add')
      : activity.membersAdded?.length
  const person = desk.isPrivate ? activity.from.id : everyone
  if (!arrives || desk.conversation.welcomed.includes(person)) return
  desk.note({ welcomed: [...desk.conversation.welcomed, person] })
  return commands.show(desk.isPrivate ? 'welcome' : 'group')
}

/** Where others read along, the bot says what it can do and where: company data is for the private chat. */
export async function tellGroup({ activity, commands, understanding, desk }: Attempt): Promise<void> {
  const text = typedText(activity)
  const command = understanding.command(text)
  const [best] = understanding.guess(text, desk.language)
  return commands.show('group', command ?? (best?.confident ? best.id : undefined))
}
