import type { CardStepState } from '../dialogs/card-step.ts'
import { looksLikeSecret } from '../dialogs/understanding/secret.ts'
import type { Conversation } from '../src/core/conversation.ts'
import { sha256 } from '../src/sha256.ts'
import { typedWords } from './activity/typed-words.ts'
import type { Attempt } from './attempt.ts'

type TypedLines = NonNullable<Conversation['typed']>

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
  const line = { id: activity.id, text: wasTaken(before, guides.waiting) ? text : '' }
  keep(desk, guides.waiting, open, [...open.lines, line])
}

/** Tells whether a field took a line. The words of one that was refused are not kept: it may be a password. */
function wasTaken(before: CardStepState['entered'], waiting: CardStepState | undefined): boolean {
  const { entered: after = {} } = waiting ?? {}
  const isEmptied = Object.entries(before).some(([name, value]) => value !== '' && (after[name] ?? '') === '')
  return !isEmptied && hashOf(before) !== hashOf(after)
}

/** Remembers that a line was said that is no answer, but not its words: edited, it counts as said anew. */
export function noteLine({ activity, desk }: Attempt): void {
  if (!activity.id) return
  desk.note({ typed: { before: {}, after: '', lines: [{ id: activity.id, text: '' }] } })
}

/**
 * Reads a message again that its person has edited: an answer for as long as its step is open, anything else while it
 * is the last thing that they said. Later it says how to change what was answered.
 */
export async function editLine(attempt: Attempt, sayAnew: (text: string) => Promise<void>): Promise<void> {
  const { activity, desk, understanding } = attempt
  const text = understanding.unsigned(typedWords(activity).text)
  const kept = desk.conversation.typed
  const line = kept?.lines.find(({ id }) => id === activity.id)
  if (line?.text === text) return
  if (looksLikeSecret(text)) return desk.chat.say(desk.speech.t('common.secret'))
  if (!kept || !line) return desk.chat.say(desk.speech.t('edited.late'))
  return kept.step === undefined ? sayAnew(text) : retype(attempt, kept, text)
}

async function retype({ activity, desk, guides, commands }: Attempt, kept: TypedLines, text: string) {
  if (openLines(kept, guides.waiting) !== kept) return desk.chat.say(desk.speech.t('edited.late'))
  const { entered: before = {} } = guides.waiting ?? {}
  const linesWith = (words: string) =>
    kept.lines.map((line) => (line.id === activity.id ? { ...line, text: words } : line))
  const said = linesWith(text).flatMap((line) => (line.text === '' ? [] : [line.text]))
  await commands.feed({ kind: 'retype', before: kept.before, lines: said })
  keep(desk, guides.waiting, kept, linesWith(wasTaken(before, guides.waiting) ? text : ''))
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
  desk: Attempt['desk'],
  waiting: CardStepState | undefined,
  { step, before }: TypedLines,
  lines: TypedLines['lines'],
): void {
  const isOpen = waiting !== undefined && nameOf(waiting) === step
  const typed = isOpen ? { step, before, after: hashOf(waiting.entered), lines } : undefined
  desk.note({ typed: JSON.stringify(typed ?? '').length > most ? undefined : typed })
}
