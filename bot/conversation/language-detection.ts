import { languageSchema } from '../../locales/index.ts'
import { isInGuide } from '../turn/conversation-language.ts'
import type { TurnScope } from './turn-scope.ts'

/** Uses a typed sentence as evidence of its writer's language. In groups it counts for its answer only. */
export function noteSpokenLanguage(
  { understanding, work }: Pick<TurnScope, 'understanding' | 'work'>,
  text: string,
): void {
  // Single words, such as domains and names, have no language.
  if (!/\s/.test(text.trim())) return
  const guess = understanding.language(text)
  const language = languageSchema.safeParse(guess?.language).data
  if (!guess || !language) return
  const kept = work.conversationLanguage.noteSpokenLanguage({ language, plain: guess.plain })
  if (kept && work.isPersonalChat) work.speaker.remember(kept)
}

/** Runs the answer, then renders the active card again if the language changed. */
export async function inTheirLanguage(attempt: TurnScope, answer: () => Promise<void>): Promise<void> {
  const { work, guides, commands } = attempt
  const before = { language: work.language, card: guides.waiting?.card }
  await answer()
  const isSame = before.card !== undefined && guides.waiting?.card === before.card
  if (isSame && work.language !== before.language) await commands.feed({ kind: 'again' })
}

/** Stores the evidence of the language after a private turn. */
export function keepLanguage({ work }: Pick<TurnScope, 'work'>): void {
  if (!work.isPersonalChat) return
  const { person, conversation } = work.conversationLanguage.after(isInGuide(work.conversation))
  if (!work.speaker.person.choseLanguage && work.speaker.person.wrote !== undefined)
    work.speaker.remember(person)
  work.note(conversation)
}
