import type { Card, CardAction } from '../../cards/card-schema.ts'
import { neutralCard } from '../../cards/neutral.ts'
import type { RenderCard } from '../../cards/render-template.ts'
import type { Translations } from '../../locales/index.ts'
import type { Certainty } from '../../src/core/program/benefit-definition.ts'
import { localized } from '../../src/core/text/localized.ts'
import type { ButtonIntent, Steer } from './button-intent.ts'
import type { Stamp } from './card-data.ts'
import { type Citation, cite, type NamedSource, summaryOf, type Voice } from './citation.ts'
import { type Buttons, withButtons } from './drawing/buttons.ts'
import { inputIds, submitting } from './drawing/elements.ts'
import { byPlace, type FieldProblem, withRemarks } from './drawing/field-remarks.ts'

/**
 * A button that runs a command (`run`) or opens a page (`url`); a doubtful address is named at the foot of the card. What
 * cannot be undone is `destructive`.
 */
export type Button = { readonly title: string; readonly style?: 'positive' | 'destructive' } & (
  | { readonly intent: ButtonIntent }
  | { readonly url: string; readonly certainty?: Certainty; readonly menu?: string }
)

/** An option of a choice. */
export interface Option {
  readonly value: string
  readonly title: string
  /** Text beside the title, where there is room. */
  readonly note?: string
  /** Id of the person it stands for; mentioning them selects it. */
  readonly person?: string
}

/** A problem with a field: a key under `problems.` and its values. */
export interface Problem {
  readonly field?: string
  readonly problem: string
  readonly values?: object
  /** Other fields that may be the cause, and stay open. */
  readonly beside?: readonly string[]
  /** Replacement for the input, which is then not stored. */
  readonly instead?: string
}

/** Content of a card besides its fixed sentences. */
export interface Shown {
  /** Section in locales/, for steps with several texts. */
  readonly section?: string
  /** Values for the sentences. */
  readonly textValues?: object
  /** Data for the template. */
  readonly view?: Readonly<Record<string, unknown>>
  readonly buttons?: readonly Button[]
  /** Sources of all that the card says, in any order. */
  readonly sources?: readonly NamedSource[]
  /** Numbered sources, as `Footnotes` has them. */
  readonly footnotes?: readonly Citation[]
  readonly warnings?: readonly string[]
}

/** A card to render: its template and its sentences (in locales/ under the template's name by default). */
export interface CardContent extends Shown {
  readonly card: string
  /** Guide shown above the heading. */
  readonly guide?: string
  readonly problems?: readonly string[]
  /** Problems that stand at their fields. */
  readonly fieldProblems?: readonly FieldProblem[]
  /** Fields with right answers, shown as a line each beside those with problems. */
  readonly folded?: readonly string[]
  readonly hint?: string
  /** Name and role of the recording person. */
  readonly signature?: string
  /** Id of its message, if its buttons contain that. */
  readonly message?: string
  /** Form of the card: values, options, and button data. */
  readonly ask?: {
    readonly stamp: Stamp
    readonly values: Readonly<Record<string, string>>
    readonly options: Readonly<Record<string, readonly Option[]>>
    readonly edit: readonly string[]
    readonly canGoBack: boolean
  }
}

/** Renders a card. */
export type Render = (voice: Voice, content: CardContent) => Card

/** Creates the renderer on top of the template engine. */
export function createRender(render: RenderCard): Render {
  return (voice, content) => {
    const { translations } = voice
    const t = sentences(voice, content)
    const expanded = (problems: readonly string[]) => {
      const view = { ...viewOf(voice, content, String(t.title)), problems }
      return render(content.card, { language: translations.language, t, view })
    }
    const { fieldProblems = [], problems = [] } = content
    const plain = expanded(problems)
    const { atFields, atTop } = byPlace(translations, fieldProblems, inputIds(plain))
    const card = atTop.length > 0 ? expanded([...problems, ...atTop]) : plain
    const changeTitle = (field: string) => translations.t('common.change-field', { field })
    const remarked = withRemarks(card, { problems: atFields, folded: content.folded ?? [], changeTitle })
    return neutralCard(withButtons(stamped(remarked, content), buttonsOf(translations, remarked, content)))
  }
}

/** Sentences of a card, with Partner Center's button names inserted. */
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
    warnings: content.warnings ?? [],
    hint: content.hint ?? '',
    signature: content.signature ?? '',
    ...assurances(voice, content),
    stamp: content.ask?.stamp ?? {},
    values: content.ask?.values ?? {},
    options: content.ask?.options ?? {},
  }
}

/** Lists what unfolds at the foot of a card, how sure its statements and addresses are, and the line that stands for it. */
function assurances(voice: Voice, { footnotes = [], sources = [], buttons = [] }: CardContent) {
  const cited = [...footnotes, ...sources.map((source) => cite(voice, source))]
  const texts = [...new Set(cited.map(({ text }) => text))]
  const addresses = buttons.flatMap((each) => aboutAddress(voice, each))
  return { sources: [...texts, ...addresses], aboutSources: summaryOf(voice, texts.length, cited) }
}

/** Says how sure an address is, and the menu path to a page that has none of its own. */
export function aboutAddress({ translations }: Voice, button: Button): string[] {
  if (!('url' in button)) return []
  const { title, certainty, menu } = button
  const path = menu ? [translations.t('common.link-menu', { title, menu })] : []
  if (!certainty || certainty === 'official') return path
  const sure = translations.t(`common.certainty.${certainty}`)
  return [...path, translations.t('common.link-certainty', { title, certainty: sure })]
}

/** Defaults for common template data. */
const nothing = { facts: [], lines: [], copy: [], ticket: [], notes: [], screen: '' }

/** Removes Markdown escapes, for notifications. */
function withoutEscapes(markdown: string): string {
  return markdown.replace(/\\(.)/g, '$1')
}

/** Buttons of the card's form say which question they answer. */
function stamped(card: Card, { ask }: CardContent): Card {
  return ask ? { ...card, body: submitting(card.body, { answer: ask.stamp }) } : card
}

function buttonsOf(
  translations: Translations,
  card: Card,
  { ask, guide, buttons = [] }: CardContent,
): Buttons {
  const steer = (title: string, go: Steer): CardAction => ({
    type: 'Action.Submit',
    title,
    data: { answer: ask?.stamp, go },
    associatedInputs: 'none',
  })
  const edits = (ask?.edit ?? []).map((step) =>
    steer(translations.t(`${ask?.stamp.guide}.${step}.edit`), { do: 'edit', step }),
  )
  return {
    answers: card.actions.map((action) =>
      ask && action.type === 'Action.Submit'
        ? { ...action, data: { answer: ask.stamp, ...action.data } }
        : action,
    ),
    others: [...edits, ...buttons.map(button)],
    quiet: [
      ...(ask?.canGoBack ? [steer(translations.t('common.back'), { do: 'back' })] : []),
      ...(ask ? [steer(translations.t('common.cancel'), { do: 'cancel' })] : []),
    ],
    isLed: ask ? card.actions.length === 1 : guide !== undefined,
  }
}

function button(button: Button): CardAction {
  const { title, style } = button
  const look = { title, ...(style && { style }) }
  if ('url' in button) return { type: 'Action.OpenUrl', ...look, url: button.url }
  return { type: 'Action.Submit', ...look, data: { ...button.intent }, associatedInputs: 'none' }
}
