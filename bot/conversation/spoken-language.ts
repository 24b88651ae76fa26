import { languageSchema } from '../../locales/index.ts'
import { isInGuide } from '../turn/conversation-language.ts'
import type { Attempt } from './turn-scope.ts'

/** Takes a typed sentence as a clue to the language that its writer speaks. In a group it counts for its answer only. */
export function hear({ understanding, desk }: Pick<Attempt, 'understanding' | 'desk'>, text: string): void {
  // One word tells little: a domain or a name is of no language.
  if (!/\s/.test(text.trim())) return
  const guess = understanding.language(text)
  const language = languageSchema.safeParse(guess?.language).data
  if (!guess || !language) return
  const kept = desk.tongue.hear({ language, plain: guess.plain })
  if (kept && desk.isPrivate) desk.remember(kept)
}

/** Answers, and draws the card that waits anew where the answer changed its language. */
export async function inTheirLanguage(attempt: Attempt, answer: () => Promise<void>): Promise<void> {
  const { desk, guides, commands } = attempt
  const before = { language: desk.language, card: guides.waiting?.card }
  await answer()
  const isSame = before.card !== undefined && guides.waiting?.card === before.card
  if (isSame && desk.language !== before.language) await commands.feed({ kind: 'again' })
}

/** Keeps, after a turn in private, what tells the language of the next one. */
export function keepLanguage({ desk }: Pick<Attempt, 'desk'>): void {
  if (!desk.isPrivate) return
  const { person, conversation } = desk.tongue.after(isInGuide(desk.conversation))
  if (!desk.person.choseLanguage && desk.person.wrote !== undefined) desk.remember(person)
  desk.note(conversation)
}
