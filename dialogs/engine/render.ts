import type { Card, CardAction } from '../../cards/card.ts'
import type { RenderCard } from '../../cards/index.ts'
import { neutralCard } from '../../cards/neutral.ts'
import type { Speech } from '../../locales/index.ts'
import type { Program, Source } from '../../src/core/program/program.ts'
import { localized } from '../../src/core/text/localized.ts'
import type { Stamp } from './card-data.ts'

/** A button that starts something (`run`, an id of the catalogue) or opens a page (`url`). */
export type Button = { readonly title: string } & (
  | { readonly run: string; readonly with?: string }
  | { readonly url: string }
)

export interface Option {
  readonly value: string
  readonly title: string
  /** What is said beside the title where there is room for it. */
  readonly note?: string
  /** Id of the person whom it stands for: a mention of them chooses it. */
  readonly person?: string
}

/** A field of the form and what is wrong with it: a key under `problems.`, with its values. */
export interface Problem {
  readonly field?: string
  readonly problem: string
  readonly values?: object
  /** What is filled in instead of what was entered, which is not kept then. */
  readonly instead?: string
}

/** What a card shows besides its fixed sentences. */
export interface Shown {
  /** Sentences in locales/, where the same step says one of several things. */
  readonly section?: string
  /** Values for the sentences of this card. */
  readonly says?: object
  /** Whatever the template names. */
  readonly view?: Readonly<Record<string, unknown>>
  readonly buttons?: readonly Button[]
  /** Sources that this card rests on: keys of the program's, or others in full. */
  readonly sources?: readonly (string | Source)[]
  readonly warnings?: readonly string[]
}

/** A card to draw: its template, and the sentences in locales/ (under the template's name, unless said). */
export interface Drawing extends Shown {
  readonly card: string
  /** Guide that the card belongs to, shown above the heading. */
  readonly guide?: string
  readonly problems?: readonly string[]
  readonly hint?: string
  /** Who recorded what this card confirms. */
  readonly signature?: string
  /** Id of the message that shows it, where its own buttons name that. */
  readonly message?: string
  /** The form of an asking card: what is filled in, what there is to choose from, what its buttons carry. */
  readonly ask?: {
    readonly stamp: Stamp
    readonly values: Readonly<Record<string, string>>
    readonly options: Readonly<Record<string, readonly Option[]>>
    readonly edit: readonly string[]
    readonly canGoBack: boolean
  }
}

export interface Voice {
  readonly speech: Speech
  readonly program: Program
}

export type Draw = (voice: Voice, drawing: Drawing) => Card

export function createDraw(render: RenderCard): Draw {
  return (voice, drawing) => {
    const t = sentences(voice, drawing)
    const card = render(drawing.card, {
      language: voice.speech.language,
      t,
      view: viewOf(voice, drawing, String(t.title)),
    })
    const actions = [...stamped(card.actions, drawing), ...ownButtons(voice.speech, drawing)]
    return neutralCard({ ...card, actions })
  }
}

/** The sentences of a card, with Partner Center's own button names put in. */
export function sentences({ speech, program }: Voice, { card, section, says }: Drawing) {
  const names = Object.entries(program.buttons).map(([key, { label }]) => [
    key,
    localized(label, speech.language),
  ])
  return speech.section(section ?? card, { ...says, portal: Object.fromEntries(names) })
}

function viewOf(voice: Voice, drawing: Drawing, title: string) {
  return {
    ...nothing,
    ...drawing.view,
    title: withoutEscapes(title),
    ...(drawing.guide && { eyebrow: voice.speech.t(`${drawing.guide}.name`) }),
    problems: drawing.problems ?? [],
    warnings: drawing.warnings ?? [],
    hint: drawing.hint ?? '',
    signature: drawing.signature ?? '',
    sources: (drawing.sources ?? []).map((key) => cite(voice, key)),
    values: drawing.ask?.values ?? {},
    options: drawing.ask?.options ?? {},
  }
}

/** What the common templates name, for cards that have none of it. */
const nothing = { facts: [], lines: [], copy: [], ticket: [], notes: [], screen: '' }

/** The heading as plain text, for the notification. */
function withoutEscapes(markdown: string): string {
  return markdown.replace(/\\(.)/g, '$1')
}

/** A source, of the program if it is a key: its title, linked, with its date and how sure it is. */
export function cite({ speech, program }: Voice, named: string | Source, sentence = 'common.source'): string {
  const source = typeof named === 'string' ? program.sources[named] : named
  if (!source) throw new Error(`The program ${program.id} has no source "${named}"`)
  const name = localized(source.title, speech.language)
  const title = source.url ? `[${name}](${source.url})` : name
  const certainty = speech.t(`common.certainty.${source.certainty}`)
  return speech.t(sentence, { title, date: speech.date(source.date), certainty })
}

function stamped(actions: readonly CardAction[], { ask }: Drawing): CardAction[] {
  if (!ask) return [...actions]
  return actions.map((action) =>
    action.type === 'Action.Submit' ? { ...action, data: { answer: ask.stamp, ...action.data } } : action,
  )
}

function ownButtons(speech: Speech, { ask, buttons = [] }: Drawing): CardAction[] {
  const steer = (title: string, go: string): CardAction => ({
    type: 'Action.Submit',
    title,
    data: { answer: ask?.stamp, go },
    associatedInputs: 'none',
  })
  return [
    ...(ask?.edit ?? []).map((step) => steer(speech.t(`${ask?.stamp.guide}.${step}.edit`), `edit:${step}`)),
    ...buttons.map(button),
    ...(ask?.canGoBack ? [steer(speech.t('common.back'), 'back')] : []),
    ...(ask ? [steer(speech.t('common.cancel'), 'cancel')] : []),
  ]
}

function button(button: Button): CardAction {
  if ('url' in button) return { type: 'Action.OpenUrl', title: button.title, url: button.url }
  const { title, ...data } = button
  return { type: 'Action.Submit', title, data, associatedInputs: 'none' }
}
