import { answerKind } from '../../dialogs/answers/list.ts'
import { type ButtonIntent, intentOf, open } from '../../dialogs/engine/button-intent.ts'
import { clickSchema, type Input } from '../../dialogs/engine/card-data.ts'
import { joinCompany } from '../../dialogs/guides/join-company/recipe.ts'
import { programNotVisible } from '../../dialogs/guides/program-not-visible/recipe.ts'
import { dayWished } from '../../dialogs/reminders/remind-me.ts'
import { reminderWish } from '../../dialogs/reminders/reminder-wish.ts'
import { typedAnswer } from '../../dialogs/reminders/typed-answer.ts'
import { isClear } from '../../dialogs/understanding/clear-meaning.ts'
import { nearestTopic } from '../../dialogs/understanding/nearest-topic.ts'
import { looksLikeSecret } from '../../dialogs/understanding/secret.ts'
import { isAsking } from '../../dialogs/understanding/told-again.ts'
import type { Candidate } from '../../dialogs/understanding/understand.ts'
import { isLanguageName, languageNamed, languageSchema } from '../../locales/index.ts'
import type { IsAnswered } from '../../src/core/errors/error-form.ts'
import { readJoinCode } from '../../src/core/sharing/join-code.ts'
import { isError, ownWords } from '../../src/programs/errors/pasted.ts'
import { isEdit } from '../activity/edited-message.ts'
import { typedWords } from '../activity/typed-words.ts'
import { isDoubleClick } from './double-click.ts'
import { greet } from './greeting.ts'
import { answerGroupChat } from './group-chat.ts'
import { inTheirLanguage, noteSpokenLanguage } from './language-detection.ts'
import { meaningsOf } from './meanings.ts'
import type { TurnScope } from './turn-scope.ts'
import { twoAnswers } from './two-questions.ts'
import { editLine, feedLine, noteLine, noteUnread } from './typed-lines.ts'
import { sayUnreadable } from './unreadable.ts'
import { answersStep } from './while-waiting.ts'

/** Dispatches an activity by its meaning. */
export async function route(attempt: TurnScope): Promise<void> {
  const { activity, work } = attempt
  if (activity.type === 'installationUpdate' || activity.type === 'conversationUpdate') return greet(attempt)
  if (activity.type === 'messageUpdate' && work.isPersonalChat && isEdit(activity))
    return inTheirLanguage(attempt, () => editLine(attempt, (text) => readText(attempt, text)))
  if (activity.type !== 'message') return
  if (!work.isPersonalChat) return answerGroupChat(attempt)
  if (activity.value !== undefined && activity.value !== null) return click(attempt)
  return message(attempt)
}

/** Handles a message that is no click. */
async function message(attempt: TurnScope): Promise<void> {
  const { text } = typedWords(attempt.activity)
  return inTheirLanguage(attempt, () => readText(attempt, attempt.understanding.unsigned(text)))
}

/** Reports unreadable attachments and handles the text. */
async function readText(attempt: TurnScope, text: string): Promise<void> {
  if (sayUnreadable(attempt, text !== '') && text === '') return noteUnread(attempt)
  return pastedOrTyped(attempt, text)
}

async function click(attempt: TurnScope): Promise<void> {
  if (isDoubleClick(attempt)) return
  const input = clickSchema.safeParse(attempt.activity.value)
  // Some clients send text along with the data of their own buttons.
  if (!input.success) return typedWords(attempt.activity).text === '' ? current(attempt) : message(attempt)
  if (input.data.kind === 'button') return attempt.commands.run(input.data.intent)
  return answer(attempt, input.data)
}

async function answer(attempt: TurnScope, input: Extract<Input, { kind: 'answer' }>): Promise<void> {
  const { guides, commands } = attempt
  if (guides.waiting?.card !== input.stamp.card) return current(attempt, input.stamp.guide)
  const { go } = input
  if (!go) return commands.feed(input)
  return go.do === 'cancel' ? commands.run(go) : commands.feed({ kind: 'steer', go })
}

/** Answers a click on an outdated card with the current one, or the way back to its guide. */
async function current({ guides, commands, work }: TurnScope, guide?: string): Promise<void> {
  const isLeft = work.drafts.list.some((draft) => draft.guide === guide)
  if (!guides.waiting) return commands.show(isLeft ? 'taken-up' : 'closed', guide)
  work.chat.say(work.translations.t('common.earlier-card'))
  return commands.feed({ kind: 'again' })
}

/** Starts the guide to join a company if the text is a join code. */
async function pastedOrTyped(attempt: TurnScope, text: string): Promise<void> {
  const { commands, guides } = attempt
  const isAsked = guides.waiting?.guide === joinCompany.id && !guides.isPaused
  if (!readJoinCode(text) || isAsked) return typed(attempt, text)
  noteLine(attempt, text)
  return commands.run({ do: 'start-with', guide: joinCompany.id, answer: text })
}

async function typed(attempt: TurnScope, text: string): Promise<void> {
  const { commands, understanding, guides, work } = attempt
  if (looksLikeSecret(text)) return refuseSecret(attempt)
  noteLine(attempt, text)
  const command = text === '' ? 'help' : understanding.command(text)
  if (command !== undefined) {
    noteSpokenLanguage(attempt, text)
    return commands.run(intentIn(attempt, command, text), text)
  }
  const quoted = quotedDelivery(attempt)
  if (!quoted && dayWished(work.world, text) !== undefined) {
    noteSpokenLanguage(attempt, text)
    return commands.run(open('remind-me'), text)
  }
  const answer = guides.waiting && !quoted ? undefined : typedAnswer(work.world, text, quoted)
  if (answer !== undefined) return commands.run(answer)
  if (understanding.thanks(text)) return work.chat.say(work.translations.t('thanks'))
  if (isLanguageName(text) && !guides.choosesNext) return commands.run(toSpeak(languageNamed(text)))
  if (isUpset(attempt, text)) return commands.show('upset')
  if (await answersStep(attempt, text)) return feedLine(attempt, text)
  noteSpokenLanguage(attempt, isPasted(attempt, text) ? ownWords(text) : text)
  return guessed(attempt, text)
}

/** Handles a sentence that is neither a command nor an answer. */
async function guessed(attempt: TurnScope, text: string): Promise<void> {
  const { commands, understanding, guides, work } = attempt
  const asError = () => commands.run({ do: 'start-with', guide: programNotVisible.id, answer: text })
  if (isPasted(attempt, text)) return asError()
  const answers = twoAnswers(understanding, text)
  if (answers.length > 0) return commands.answerEach(answers)
  const candidates = meaningsOf(attempt, text)
  const [best] = candidates
  if (best && isClear(best, text, (target) => guides.has(target)))
    return commands.run(
      best.id === 'language' ? toSpeak(understanding.languageWanted(text)) : intentOf(best.id),
      text,
    )
  const asked = guides.asked(candidates, text)
  if (asked !== undefined) return commands.run(open(asked), text)
  if (isError(work.world.programs.errors, text)) return asError()
  if (guides.waiting && !guides.isPaused && !isAsking(text)) return feedLine(attempt, text)
  if (best?.likely && commands.isPage(best.id)) return commands.answer(possible(candidates), text)
  work.unanswered = nearestTopic(candidates)
  return commands.offer(possible(candidates), text)
}

/** Targets that a sentence may mean, and not only the usual ones. */
const possible = (candidates: readonly Candidate[]): string[] =>
  candidates.flatMap(({ id, chance }) => (chance > 0 ? [id] : []))

/** Tests whether a message swears or despairs and asks for nothing that is clear. */
const isUpset = ({ understanding }: TurnScope, text: string): boolean =>
  understanding.upset(text) && !understanding.guess(text)[0]?.confident

/** Tests for an error of a screen that no page answers. */
const isPasted = (attempt: TurnScope, text: string): boolean =>
  isError(attempt.work.world.programs.errors, text, answeredIn(attempt))

/** Tests whether a page answers a sentence, such as "Your request was denied", which portals also show. */
const answeredIn =
  ({ understanding }: TurnScope): IsAnswered =>
  (sentence) =>
    understanding.guess(sentence).some(({ id, confident }) => {
      const kind = answerKind(id)
      return confident && kind !== undefined && kind !== 'portal-message'
    })

function refuseSecret(attempt: TurnScope): void {
  noteUnread(attempt)
  attempt.work.chat.say(attempt.work.translations.t('common.secret'))
}

/** Delivery id of our message that this one quotes. */
function quotedDelivery({ activity, work }: TurnScope): string | undefined {
  const { quoted } = typedWords(activity)
  return quoted === undefined ? undefined : work.chat.deliveryNamed(quoted)
}

/** Intent of a typed command, with the language to speak or the reminders to stop that its text names. */
function intentIn({ work }: TurnScope, command: string, text: string): ButtonIntent {
  if (command === 'reminders') return reminderWish(work.translations, text)
  return command === 'language' ? toSpeak(languageNamed(text)) : intentOf(command)
}

/** Speaks a language, or asks which one. */
function toSpeak(tag: string | undefined): ButtonIntent {
  const language = languageSchema.safeParse(tag).data
  return language ? { do: 'speak', language } : open('language')
}
