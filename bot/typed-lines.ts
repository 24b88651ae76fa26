import type { CardStepState } from '../dialogs/card-step.ts'
import { looksLikeSecret } from '../dialogs/understanding/secret.ts'
import type { Conversation } from '../src/core/conversation.ts'
import { sha256 } from '../src/sha256.ts'
import { typedWords } from './activity/typed-words.ts'
import type { Attempt } from './attempt.ts'
import type { Desk } from './desk.ts'

type TypedLines = NonNullable<Conversation['typed']>
type Line = TypedLines['lines'][number]

/** Characters of JSON that are remembered, so that the conversation stays small; beyond, nothing can be edited. */
const most = 20_000

/** Hands a typed line to the step that waits, and remembers it for as long as it may be edited. */
export async function feedLine(
  attempt: Attempt,
  text: string,
  earlier: Conversation['typed'],
): Promise<void> {
  const { activity, desk, guides, commands } = attempt
  const { entered: before = {} } = guides.waiting ?? {}
  const open = openLines(earlier, guides.waiting)
  await commands.feed({ kind: 'text', text })
  if (!open || !activity.id) return
  const line = lineOf(activity.id, text, wasTaken(before, guides.waiting))
  keep(desk, guides.waiting, open, [...linesBut(open, activity.id), line])
}

/** Tells whether a field took a line. The words of one that was refused are not kept: it may be a password. */
function wasTaken(before: CardStepState['entered'], waiting: CardStepState | undefined): boolean {
  const { entered: after = {} } = waiting ?? {}
  const isEmptied = Object.entries(before).some(([name, value]) => value !== '' && (after[name] ?? '') === '')
  return !isEmptied && hashOf(before) !== hashOf(after)
}

const lineOf = (id: string, text: string, isAnswer: boolean): Line =>
  isAnswer ? { id, text } : { id, text: '', hash: sameWords(id, text) }

/** Eight digits tell an edit that changes words from one that does not, and tell little of the words. */
const sameWords = (id: string, text: string) => sha256(JSON.stringify([id, text])).slice(0, 8)

const linesBut = ({ lines }: TypedLines, edited: string) => lines.filter(({ id }) => id !== edited)

/** Remembers that a line was said that is no answer, but not its words: edited, it counts as said anew. */
export function noteLine({ activity, desk }: Attempt, text: string): void {
  if (activity.id) noteAlone(desk, lineOf(activity.id, text, false))
}

/**
 * Remembers that something was sent that is not read, such as a password or a picture, by its id alone: edited, it counts
 * as said anew. The lines of the step that waits stay open.
 */
export function noteUnread({ activity: { id }, desk, guides }: Attempt): void {
  if (!id) return
  const open = openLines(desk.conversation.typed, guides.waiting)
  const line = { id, text: '' }
  if (open) keep(desk, guides.waiting, open, [...linesBut(open, id), line])
  else noteAlone(desk, line)
}

const noteAlone = (desk: Desk, line: Line): void =>
  desk.note({ typed: { before: {}, after: '', lines: [line], wrote: [...desk.tongue.wrote] } })

/** Whether an edit leaves the words of a remembered line as they were: only its looks have changed. */
export function isUnchanged(attempt: Pick<Attempt, 'activity' | 'desk' | 'understanding'>): boolean {
  const { activity, desk } = attempt
  const line = desk.conversation.typed?.lines.find(({ id }) => id === activity.id)
  if (!line) return false
  const text = editedText(attempt)
  return line.hash === undefined ? line.text === text : line.hash === sameWords(line.id, text)
}

const editedText = ({ activity, understanding }: Pick<Attempt, 'activity' | 'understanding'>) =>
  understanding.unsigned(typedWords(activity).text)

/**
 * Reads a message again that its person has edited: an answer for as long as its step is open, anything else while it
 * is the last thing that they said. Later it says how to change what was answered.
 */
export async function editLine(attempt: Attempt, sayAnew: (text: string) => Promise<void>): Promise<void> {
  const { activity, desk } = attempt
  if (isUnchanged(attempt)) return
  const text = editedText(attempt)
  const kept = desk.conversation.typed
  const line = kept?.lines.find(({ id }) => id === activity.id)
  if (looksLikeSecret(text)) return desk.chat.say(desk.speech.t('common.secret'))
  if (!kept || !line) return desk.chat.say(desk.speech.t('edited.late'))
  if (kept.step !== undefined && !(isUnread(line) && line === kept.lines.at(-1)))
    return retype(attempt, kept, text)
  // It is one sentence, however often it is edited.
  if (kept.wrote) desk.tongue.takeBack(kept.wrote)
  return sayAnew(text)
}

const isUnread = ({ text, hash }: Line) => text === '' && hash === undefined

async function retype({ activity, desk, guides, commands }: Attempt, kept: TypedLines, text: string) {
  if (openLines(kept, guides.waiting) !== kept) return desk.chat.say(desk.speech.t('edited.late'))
  const { entered: before = {} } = guides.waiting ?? {}
  const linesWith = (isAnswer: boolean) =>
    kept.lines.map((line) => (line.id === activity.id ? lineOf(line.id, text, isAnswer) : line))
  const said = linesWith(true).flatMap((line) => (line.text === '' ? [] : [line.text]))
  await commands.feed({ kind: 'retype', before: kept.before, lines: said })
  keep(desk, guides.waiting, kept, linesWith(wasTaken(before, guides.waiting)))
}

const nameOf = ({ guide, step }: CardStepState) => `${guide}/${step}`

/** The lines that have filled in the step that waits, and nothing else since; none yet where there are no such. */
function openLines(kept: Conversation['typed'], waiting: CardStepState | undefined): TypedLines | undefined {
  if (!waiting) return undefined
  const { entered } = waiting
  if (kept?.step === nameOf(waiting) && kept.after === hashOf(entered)) return kept
  return { step: nameOf(waiting), before: entered, after: hashOf(entered), lines: [] }
}

const hashOf = (entered: CardStepState['entered']) => sha256(JSON.stringify(entered))

function keep(
  desk: Desk,
  waiting: CardStepState | undefined,
  { step, before }: TypedLines,
  lines: TypedLines['lines'],
): void {
  const isOpen = waiting !== undefined && nameOf(waiting) === step
  const typed = isOpen ? { step, before, after: hashOf(waiting.entered), lines } : undefined
  desk.note({ typed: JSON.stringify(typed ?? '').length > most ? undefined : typed })
}
