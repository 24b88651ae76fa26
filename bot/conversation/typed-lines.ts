import type { CardStepState } from '../../dialogs/engine/card-step.ts'
import { looksLikeSecret } from '../../dialogs/understanding/secret.ts'
import type { Conversation } from '../../src/core/conversation/conversation.ts'
import { sha256 } from '../../src/sha256.ts'
import { typedWords } from '../activity/typed-words.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { TurnScope } from './turn-scope.ts'

type TypedLines = NonNullable<Conversation['typed']>
type Line = TypedLines['lines'][number]

/** Characters of JSON that are remembered, so that the conversation stays small; beyond, nothing can be edited. */
const most = 20_000

/** Hands a typed line to the step that waits, and remembers it for as long as it may be edited. */
export async function feedLine({ activity, work, guides, commands }: TurnScope, text: string): Promise<void> {
  const before = guides.waiting
  const open = openLines(work.conversation.typed, before)
  work.note({ lastLine: undefined })
  await commands.feed({ kind: 'text', text })
  if (!open || !activity.id) return
  const line = lineOf(activity.id, text, wasTaken(before, guides.waiting))
  keep(work, guides.waiting, open, [...open.lines.filter(({ id }) => id !== activity.id), line])
}

/** Tells whether a field took a line. The words of one that was refused are not kept: it may be a password. */
function wasTaken(before: CardStepState | undefined, after: CardStepState | undefined): boolean {
  const [old, now] = [before?.entered ?? {}, after?.entered ?? {}]
  const isEmptied = Object.entries(old).some(([name, value]) => value !== '' && (now[name] ?? '') === '')
  return !isEmptied && hashOf(old) !== hashOf(now)
}

const lineOf = (id: string, text: string, isAnswer: boolean): Line =>
  isAnswer ? { id, text } : { id, text: '', hash: hashOfWords(id, text) }

/** Eight digits tell an edit that changes words from one that does not, and tell little of the words. */
const hashOfWords = (id: string, text: string) => sha256(JSON.stringify([id, text])).slice(0, 8)

/** Remembers that a line was said that is no answer to a step, but not its words: edited, it counts as said anew. */
export function noteLine({ activity: { id }, work }: TurnScope, text: string): void {
  if (id)
    work.note({ lastLine: { id, hash: hashOfWords(id, text), wrote: [...work.conversationLanguage.wrote] } })
}

/** Remembers that something was sent that is not read, such as a password or a picture, by its id alone. */
export function noteUnread({ activity: { id }, work }: TurnScope): void {
  if (id) work.note({ lastLine: { id } })
}

/** Forgets the last line where something was recorded by it: edited, it must not be recorded twice. */
export function closeRecorded(work: UnitOfWork): void {
  if (work.recorder.events.length > 0) work.note({ lastLine: undefined })
}

/** Tells whether an edit leaves the words of a remembered line as they were: only its looks have changed. */
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
 * Reads a message again that its person has edited: an answer for as long as its step is open, anything else while it
 * is the last thing that they said. Later it says how to change what was answered.
 */
export async function editLine(attempt: TurnScope, sayAnew: (text: string) => Promise<void>): Promise<void> {
  const { work, understanding } = attempt
  const { typed, line, last } = remembered(attempt)
  if (isUnchanged(attempt)) return
  const text = editedText(attempt)
  if (looksLikeSecret(text)) return work.chat.say(work.translations.t('common.secret'))
  if (typed && line && understanding.command(text) === undefined) return retype(attempt, typed, text)
  if (!line && !last) return work.chat.say(work.translations.t('edited.late'))
  // It is one sentence, however often it is edited.
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

/** A step that is asked again begins a new round: its earlier answers are among those of the guide. */
const roundOf = ({ guide, step, answers }: CardStepState) => `${guide}/${step}/${hashOf(answers).slice(0, 8)}`

/** The lines that have filled in the step that waits, and nothing else since; none yet where there are no such. */
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
