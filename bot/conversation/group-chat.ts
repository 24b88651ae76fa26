import { typedWords } from '../activity/typed-words.ts'
import { noteSpokenLanguage } from './language-detection.ts'
import type { TurnScope } from './turn-scope.ts'

/** Explains in groups what the bot does, and that company data belongs in the private chat. */
export async function answerGroupChat(attempt: TurnScope): Promise<void> {
  const { activity, commands, understanding } = attempt
  const { text } = typedWords(activity)
  noteSpokenLanguage(attempt, text)
  const command = understanding.command(text)
  const [best] = understanding.guess(text)
  return commands.show('group', command ?? (best?.confident ? best.id : undefined))
}
