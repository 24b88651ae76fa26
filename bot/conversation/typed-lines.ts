import type { CardStepState } from '../../dialogs/engine/card-step.ts'
import { looksLikeSecret } from '../../dialogs/understanding/secret.ts'
import type { Conversation } from '../../src/core/conversation/conversation.ts'
import { sha256 } from '../../src/sha256.ts'
import { typedWords } from '../activity/typed-words.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { TurnScope } from './turn-scope.ts'
import { asksOther } from './while-waiting.ts'

type TypedLines = NonNullable<Conversation['typed']>
type Line = TypedLines['lines'][number]

/** JSON characters stored, to keep the conversation small; longer input cannot be edited. */
const most = 20_000

/** Passes a typed line to the active step and stores it while it can be edited. */
export async function feedLine({ activity, work, guides, commands }: TurnScope, text: string): Promise<void> {
  const before = guides.waiting
  const open = openLines(work.conversation.typed, before)
  work.note({ lastLine: undefined })
  await commands.feed({ kind: 'text', text })
  if (!open || !activity.id) return
  const line = lineOf(activity.id, text, wasTaken(before, guides.waiting))
  keep(work, guides.waiting, open, [...open.lines.filter(({ id }) => id !== activity.id), line])
}

/** Tests whether a field accepted the line. Refused text is not stored: it may be a password. */
function wasTaken(before: CardStepState | undefined, after: CardStepState | undefined): boolean {
  const [old, now] = [before?.entered ?? {}, after?.entered ?? {}]
  const isEmptied = Object.entries(old).some(([name, value]) => value !== '' && (now[name] ?? '') === '')
  return !isEmptied && hashOf(old) !== hashOf(now)
}

const lineOf = (id: string, text: string, isAnswer: boolean): Line =>
  isAnswer ? { id, text } : { id, text: '', hash: hashOfWords(id, text) }

/** Eight digits detect changed text and reveal little of it. */
const hashOfWords = (id: string, text: string) => sha256(JSON.stringify([id, text])).slice(0, 8)

/** Notes a line that answers no step, without its text; an edit of it counts as a new line. */
export function noteLine({ activity: { id }, work }: TurnScope, text: string): void {
  if (id)
    work.note({ lastLine: { id, hash: hashOfWords(id, text), wrote: [...work.conversationLanguage.wrote] } })
}

/** Notes an unread message, such as a password or a picture, by its id. */
export function noteUnread({ activity: { id }, work }: TurnScope): void {
  if (id) work.note({ lastLine: { id } })
}

/** Forgets the last line if it recorded events: an edit must not record them twice. */
export function forgetRecordedLine(work: UnitOfWork): void {
  if (work.recorder.events.length > 0) work.note({ lastLine: undefined })
}

/** Tests whether an edit changed only formatting. */
export function isUnchanged(attempt: Pick<TurnScope, 'activity' | 'work' | 'understanding'>): boolean {
  const { line, last } = remembered(attempt)
  const text = editedText(attempt)
  if (line && line.hash === undefined) return line.text === text
  const { id = '', hash } = line ?? last ?? {}
  return hash !== undefined && hash === hashOfWords(id, text)
}

const editedText = ({ activity, understanding }: Pick<TurnScope, 'activity' | 'understanding'>) =>
  understanding.unsigned(typedWords(activity).text)

function remembered({ activity, work }: Pick<TurnScope, 'activity' | 'work'>) {
  const { typed, lastLine } = work.conversation
  const line = typed?.lines.find(({ id }) => id === activity.id)
  return { typed, line, last: lastLine?.id === activity.id ? lastLine : undefined }
}

/**
 * Handles an edited message: as an answer while its step is open, as new if it was the last line; else explains how to
 * change an answer.
 */
export async function editLine(attempt: TurnScope, sayAnew: (text: string) => Promise<void>): Promise<void> {
  const { work, understanding } = attempt
  const { typed, line, last } = remembered(attempt)
  if (isUnchanged(attempt)) return
  const text = editedText(attempt)
  if (looksLikeSecret(text)) return work.chat.say(work.translations.t('common.secret'))
  const isMeantElsewhere = understanding.command(text) !== undefined || asksOther(attempt, text)
  if (typed && line && !isMeantElsewhere) return retype(attempt, typed, text)
  if (!line && !last) return work.chat.say(work.translations.t('edited.late'))
  // However often edited, it is one sentence.
  if (last?.wrote) work.conversationLanguage.takeBack(last.wrote)
  return sayAnew(text)
}

async function retype({ activity, work, guides, commands }: TurnScope, kept: TypedLines, text: string) {
  const before = guides.waiting
  if (openLines(kept, before) !== kept) return work.chat.say(work.translations.t('edited.late'))
  const linesWith = (isAnswer: boolean) =>
    kept.lines.map((line) => (line.id === activity.id ? lineOf(line.id, text, isAnswer) : line))
  const said = linesWith(true).flatMap((line) => (line.text === '' ? [] : [line.text]))
  await commands.feed({ kind: 'retype', before: kept.before, lines: said })
  keep(work, guides.waiting, kept, linesWith(wasTaken(before, guides.waiting)))
}

/** Identifies one round of a step: asked again, it has more answers behind it. */
const roundOf = ({ guide, step, answers }: CardStepState) => `${guide}/${step}/${hashOf(answers).slice(0, 8)}`

/** The lines that filled in the active step, if nothing else did; empty for a new round. */
function openLines(kept: Conversation['typed'], waiting: CardStepState | undefined): TypedLines | undefined {
  if (!waiting) return undefined
  const { entered } = waiting
  if (kept?.round === roundOf(waiting) && kept.after === hashOf(entered)) return kept
  return { round: roundOf(waiting), before: entered, after: hashOf(entered), lines: [] }
}

const hashOf = (data: object) => sha256(JSON.stringify(data))

function keep(
  work: UnitOfWork,
  waiting: CardStepState | undefined,
  { round, before }: TypedLines,
  lines: TypedLines['lines'],
): void {
  const isOpen = waiting !== undefined && roundOf(waiting) === round
  const typed = isOpen ? { round, before, after: hashOf(waiting.entered), lines } : undefined
  work.note({ typed: JSON.stringify(typed ?? '').length > most ? undefined : typed })
}
