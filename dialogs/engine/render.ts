import type { Card, CardAction } from '../../cards/card.ts'
import type { RenderCard } from '../../cards/index.ts'
import { neutralCard } from '../../cards/neutral.ts'
import type { Translations } from '../../locales/index.ts'
import type { Program, Source } from '../../src/core/program/program.ts'
import { localized } from '../../src/core/text/localized.ts'
import type { ButtonIntent } from './button-intent.ts'
import type { Stamp } from './card-data.ts'

/** A button that asks the bot for something, or opens an address. */
export type Button = { readonly title: string } & (
  | { readonly intent: ButtonIntent }
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
  readonly textValues?: object
  /** Whatever the template names. */
  readonly view?: Readonly<Record<string, unknown>>
  readonly buttons?: readonly Button[]
  /** Sources that this card rests on: keys of the program's, or others in full. */
  readonly sources?: readonly (string | Source)[]
  readonly warnings?: readonly string[]
}

/** A card to draw: its template, and the sentences in locales/ (under the template's name, unless said). */
export interface CardContent extends Shown {
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
  readonly translations: Translations
  readonly program: Program
}

export type Render = (voice: Voice, content: CardContent) => Card

export function createRender(render: RenderCard): Render {
  return (voice, content) => {
    const t = sentences(voice, content)
    const card = render(content.card, {
      language: voice.translations.language,
      t,
      view: viewOf(voice, content, String(t.title)),
    })
    const actions = [...stamped(card.actions, content), ...ownButtons(voice.translations, content)]
    return neutralCard({ ...card, actions })
  }
}

/** The sentences of a card, with Partner Center's own button names put in. */
export function sentences({ translations, program }: Voice, { card, section, textValues }: CardContent) {
  const names = Object.entries(program.buttons).map(([key, { label }]) => [
    key,
    localized(label, translations.language),
  ])
  return translations.section(section ?? card, { ...textValues, portal: Object.fromEntries(names) })
}

function viewOf(voice: Voice, content: CardContent, title: string) {
  return {
    ...nothing,
    ...content.view,
    title: withoutEscapes(title),
    ...(content.guide && { eyebrow: voice.translations.t(`${content.guide}.name`) }),
    problems: content.problems ?? [],
    warnings: content.warnings ?? [],
    hint: content.hint ?? '',
    signature: content.signature ?? '',
    sources: (content.sources ?? []).map((key) => cite(voice, key)),
    values: content.ask?.values ?? {},
    options: content.ask?.options ?? {},
  }
}

/** What the common templates name, for cards that have none of it. */
const nothing = { facts: [], lines: [], copy: [], ticket: [], notes: [], screen: '' }

/** The heading as plain text, for the notification. */
function withoutEscapes(markdown: string): string {
  return markdown.replace(/\\(.)/g, '$1')
}

/** A source, of the program if it is a key: its title, linked, with its date and how sure it is. */
export function cite(
  { translations, program }: Voice,
  named: string | Source,
  sentence = 'common.source',
): string {
  const source = typeof named === 'string' ? program.sources[named] : named
  if (!source) throw new Error(`The program ${program.id} has no source "${named}"`)
  const name = localized(source.title, translations.language)
  const title = source.url ? `[${name}](${source.url})` : name
  const certainty = translations.t(`common.certainty.${source.certainty}`)
  return translations.t(sentence, { title, date: translations.date(source.date), certainty })
}

function stamped(actions: readonly CardAction[], { ask }: CardContent): CardAction[] {
  if (!ask) return [...actions]
  return actions.map((action) =>
    action.type === 'Action.Submit' ? { ...action, data: { answer: ask.stamp, ...action.data } } : action,
  )
}

function ownButtons(translations: Translations, { ask, buttons = [] }: CardContent): CardAction[] {
  const steer = (title: string, go: string): CardAction => ({
    type: 'Action.Submit',
    title,
    data: { answer: ask?.stamp, go },
    associatedInputs: 'none',
  })
  return [
    ...(ask?.edit ?? []).map((step) =>
      steer(translations.t(`${ask?.stamp.guide}.${step}.edit`), `edit:${step}`),
    ),
    ...buttons.map(button),
    ...(ask?.canGoBack ? [steer(translations.t('common.back'), 'back')] : []),
    ...(ask ? [steer(translations.t('common.cancel'), 'cancel')] : []),
  ]
}

function button(button: Button): CardAction {
  if ('url' in button) return { type: 'Action.OpenUrl', title: button.title, url: button.url }
  const { title, intent } = button
  return { type: 'Action.Submit', title, data: { ...intent }, associatedInputs: 'none' }
}
