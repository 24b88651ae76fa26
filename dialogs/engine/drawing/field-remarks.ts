import { z } from 'zod'
import type { Card } from '../../../cards/card-schema.ts'
import { escapeMarkdown } from '../../../cards/markdown.ts'
import type { Translations } from '../../../locales/index.ts'
import { type Element, replaced } from './elements.ts'

/** Problem of one answer. */
export interface FieldProblem {
  readonly field: string
  /** Name of the field, for where it has no input. */
  readonly label?: string | undefined
  readonly text: string
}

/** Remarks on the fields of a card. */
export interface FieldRemarks {
  readonly problems: readonly FieldProblem[]
  /** Fields whose answers are right: they are shown as a line each, until a person wants to change them. */
  readonly folded: readonly string[]
  /** Names the line that unfolds a field. */
  readonly changeTitle: (label: string) => string
}

/**
 * Parts problems into those of inputs on the card and what is said at the top: those without an input, and how many
 * answers need another look where there are several.
 */
export function byPlace(
  translations: Translations,
  problems: readonly FieldProblem[],
  inputs: readonly string[],
) {
  const atFields = problems.filter(
    ({ field }, index) =>
      inputs.includes(field) && problems.findIndex((each) => each.field === field) === index,
  )
  const elsewhere = problems.filter(({ field }) => !inputs.includes(field))
  const count = atFields.length
  return {
    atFields,
    atTop: [
      ...elsewhere.map(({ label, text }) => (label ? `**${label}** · ${text}` : text)),
      ...(count > 1 ? [translations.t('problems.several', { count })] : []),
    ],
  }
}

/** Puts each problem directly above its input, opens what hides it, and folds the right answers. */
export function withRemarks(card: Card, remarks: FieldRemarks): Card {
  if (remarks.problems.length === 0) return card
  return { ...card, body: replaced(card.body, (element) => remarked(element, remarks)) }
}

function remarked(element: Element, remarks: FieldRemarks): readonly Element[] {
  const { id } = element
  if (holdsProblem(element)) return [{ ...element, isVisible: true }]
  if (id === undefined || !element.type.startsWith('Input.')) return [element]
  const problem = remarks.problems.find(({ field }) => field === id)
  if (problem) return [problemLine(problem), { ...element, spacing: 'Small' }]
  return remarks.folded.includes(id) ? folded(element, id, remarks) : [element]
}

const marker = 'problem-'

const problemLine = ({ field, text }: FieldProblem): Element => ({
  type: 'TextBlock',
  id: `${marker}${field}`,
  text: `⚠ ${text}`,
  color: 'Attention',
  weight: 'Bolder',
  wrap: true,
  spacing: 'Medium',
})

/** Tests for a hidden part with a problem in it. */
function holdsProblem({ isVisible, items = [], columns = [] }: Element): boolean {
  if (isVisible !== false) return false
  let found = false
  replaced([...items, ...columns], (each) => {
    found ||= each.id?.startsWith(marker) ?? false
    return [each]
  })
  return found
}

const inputSchema = z.looseObject({
  label: z.string().catch(''),
  value: z.string().catch(''),
  choices: z.array(z.looseObject({ title: z.string(), value: z.string() })).catch([]),
})

/** A line with the answer, which gives way to its input when it is selected. Hidden inputs are sent like others. */
function folded(input: Element, id: string, { changeTitle }: FieldRemarks): Element[] {
  const { label, value, choices } = inputSchema.parse(input)
  const titles = value.split(',').map((one) => choices.find((each) => each.value === one)?.title ?? one)
  const line = `${id}-line`
  const said = escapeMarkdown(titles.join(', ')) || '—'
  return [
    {
      type: 'Container',
      id: line,
      spacing: 'Small',
      selectAction: {
        type: 'Action.ToggleVisibility',
        title: changeTitle(label),
        targetElements: [line, id],
      },
      items: [
        { type: 'TextBlock', text: `✓ ${escapeMarkdown(label)} · **${said}** ✎`, isSubtle: true, wrap: true },
      ],
    },
    { ...input, isVisible: false },
  ]
}
