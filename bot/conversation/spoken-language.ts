import { languageSchema } from '../../locales/index.ts'
import { isInGuide } from '../turn/conversation-language.ts'
import type { TurnScope } from './turn-scope.ts'

/** Takes a typed sentence as a clue to the language that its writer speaks. In a group it counts for its answer only. */
export function noteSpokenLanguage(
  { understanding, work }: Pick<TurnScope, 'understanding' | 'work'>,
  text: string,
): void {
  // One word tells little: a domain or a name is of no language.
  if (!/\s/.test(text.trim())) return
  const guess = understanding.language(text)
  const language = languageSchema.safeParse(guess?.language).data
  if (!guess || !language) return
  const kept = work.conversationLanguage.noteSpokenLanguage({ language, plain: guess.plain })
  if (kept && work.isPrivate) work.speaker.remember(kept)
}

/** Answers, and draws the card that waits anew where the answer changed its language. */
export async function inTheirLanguage(attempt: TurnScope, answer: () => Promise<void>): Promise<void> {
  const { work, guides, commands } = attempt
  const before = { language: work.language, card: guides.waiting?.card }
  await answer()
  const isSame = before.card !== undefined && guides.waiting?.card === before.card
  if (isSame && work.language !== before.language) await commands.feed({ kind: 'again' })
}

/** Keeps, after a turn in private, what tells the language of the next one. */
export function keepLanguage({ work }: Pick<TurnScope, 'work'>): void {
  if (!work.isPrivate) return
  const { person, conversation } = work.conversationLanguage.after(isInGuide(work.conversation))
  if (!work.speaker.person.choseLanguage && work.speaker.person.wrote !== undefined)
    work.speaker.remember(person)
  work.note(conversation)
}
