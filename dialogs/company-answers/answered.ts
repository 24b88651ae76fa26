import { escapeMarkdown } from '../../cards/markdown.ts'
import type { ButtonIntent } from '../engine/button-intent.ts'
import { open } from '../engine/button-intent.ts'
import type { NamedSource } from '../engine/citation.ts'
import type { PageRequest } from '../engine/page.ts'
import type { Button, CardContent } from '../engine/render.ts'
import type { CompanyLog } from '../engine/world/company-log.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import type { Row } from '../wording/benefit-words.ts'
import type { Footnotes } from '../wording/footnotes.ts'
import { toCommands } from '../wording/ways-on.ts'

/** Input of answers: the company and its log, and the person who asks. */
export type Asked = CompanyView & CompanyLog & Speaker & Localization & ReminderSettings

/** Answers a question about the company, with what the typed sentence names. */
export type CompanyAnswer = (
  world: Asked,
  request: PageRequest,
) => CardContent | ButtonIntent | Promise<CardContent>

/** Content of an answer besides its title and text. */
interface Shown {
  /** Values of its sentences. */
  readonly values?: object
  /** Sentences in Markdown, before the rows. */
  readonly lines?: readonly string[]
  /** Lists, not escaped. */
  readonly rows?: readonly Row[]
  /** Ways on, at most two: commands, or buttons with a title of their own. */
  readonly leads: readonly (string | Button)[]
  readonly sources?: readonly NamedSource[]
  /** Numbered sources of the rows. */
  readonly notes?: Footnotes
}

/** Rows of an answer at most; my rewards and the history have all. */
const mostRows = 10

/** Card of an answer: title and text under `company.<section>`. */
export const answered = (
  world: Localization,
  section: string,
  { values, lines = [], rows = [], leads, sources, notes }: Shown,
): CardContent => ({
  card: 'message',
  section: `company.${section}`,
  ...(values && { textValues: values }),
  view: { lines: [...lines, ...linesOf(world, rows)] },
  buttons: leads.flatMap((lead) => (typeof lead === 'string' ? toCommands(world, [lead]) : [lead])),
  ...(sources && { sources }),
  ...(notes && { footnotes: notes.lines }),
})

function linesOf({ translations }: Localization, rows: readonly Row[]): string[] {
  const lines = rows
    .slice(0, mostRows)
    .map((row) => `• ${[row.text, row.note].filter(isSaid).map(escapeMarkdown).join(' · ')}`)
  const number = rows.length - lines.length
  return number > 0 ? [...lines, translations.t('company.more', { number })] : lines
}

const isSaid = (text: string): boolean => text !== ''

/** Button to a command, called by a sentence under `company.leads`; `answer`: the first answer of that guide. */
export function leadTo({ translations }: Localization, name: string, run: string, answer?: string): Button {
  const intent: ButtonIntent = answer ? { do: 'start-with', guide: run, answer } : open(run)
  return { title: translations.t(`company.leads.${name}`), intent }
}
