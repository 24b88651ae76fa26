import { z } from 'zod'
import { type InputView, readInput } from './card-input.ts'

const partSchema = z.looseObject({ type: z.string().optional() })
type Part = z.infer<typeof partSchema>

const actionSchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  title: z.string().optional(),
  tooltip: z.string().optional(),
  verb: z.string().optional(),
  url: z.string().optional(),
  data: z.unknown().optional(),
  associatedInputs: z.string().optional(),
  isEnabled: z.boolean().optional(),
})

const factSchema = z.looseObject({ title: z.string(), value: z.string() })

const textBlockSchema = z.looseObject({ text: z.string(), style: z.string().optional() })

const cardSchema = z.looseObject({ type: z.literal('AdaptiveCard'), version: z.string().optional() })

/** A button or another place to click, with what it does. */
export interface ActionView extends z.infer<typeof actionSchema> {
  /** Visible text; the tooltip if there is no title. */
  readonly label: string
  readonly place: 'card' | 'set' | 'select' | 'inline'
  /** Which ShowCards it lies in, outermost first: it takes the inputs of all of these. */
  readonly scope: string
}

/** An Adaptive Card as a person sees it; everything in the order of the card. */
export interface CardView {
  readonly version: string | undefined
  /** The first TextBlock with style `heading`. */
  readonly heading: string | undefined
  /** Every text, visible ones first: blocks, rich text, facts, cells; without the labels of inputs and buttons. */
  readonly texts: readonly string[]
  readonly facts: readonly z.infer<typeof factSchema>[]
  /** Hidden ones too: a click sends them. */
  readonly inputs: readonly InputView[]
  readonly actions: readonly ActionView[]
}

interface Gathering {
  headings: string[]
  texts: string[]
  folded: string[]
  facts: z.infer<typeof factSchema>[]
  inputs: InputView[]
  actions: ActionView[]
}

interface Place {
  readonly isVisible: boolean
  /** Hidden, but there is a line that unfolds it. */
  readonly unfolds: boolean
  /** Ids that such lines name. */
  readonly targets: ReadonlySet<string>
  readonly scope: string
}

/** @throws ZodError when it is no Adaptive Card at all. */
export function viewCard(content: unknown): CardView {
  const card = cardSchema.parse(content)
  const seen: Gathering = { headings: [], texts: [], folded: [], facts: [], inputs: [], actions: [] }
  gather(card, { isVisible: true, unfolds: true, targets: targetsIn(card), scope: '' }, seen)
  const { headings, texts, folded, ...rest } = seen
  return { version: card.version, heading: headings[0], texts: [...texts, ...folded], ...rest }
}

/** The button with this title. @throws Error with the titles that there are. */
export function findAction(
  card: CardView,
  wanted: string | RegExp | ((action: ActionView) => boolean),
): ActionView {
  const found = card.actions.find((action) => matchesAction(action, wanted))
  if (found) return found
  const labels = card.actions.map(({ label, type }) => JSON.stringify(label || type)).join(', ')
  throw new Error(`No button ${wanted} on the card "${card.heading ?? ''}"; it has ${labels || 'none'}`)
}

function matchesAction(
  action: ActionView,
  wanted: string | RegExp | ((action: ActionView) => boolean),
): boolean {
  if (typeof wanted === 'function') return wanted(action)
  return typeof wanted === 'string' ? action.label === wanted : wanted.test(action.label)
}

function gather(part: Part, outer: Place, seen: Gathering): void {
  const isHidden = part.isVisible === false
  const place = {
    ...outer,
    isVisible: outer.isVisible && !isHidden,
    unfolds: outer.unfolds && (!isHidden || outer.targets.has(String(part.id))),
  }
  if (part.type?.startsWith('Input.'))
    seen.inputs.push(readInput(part, { scope: place.scope, isVisible: place.unfolds }))
  else gatherTexts(part, place.isVisible ? seen : { ...seen, headings: [], texts: seen.folded, facts: [] })
  for (const key of ['body', 'items', 'columns', 'rows', 'cells'])
    for (const child of partsOf(part[key])) gather(child, place, seen)
  if (place.isVisible) gatherActions(part, place, seen)
}

function gatherTexts(part: Part, seen: Gathering): void {
  if (part.type === 'TextBlock') {
    const block = textBlockSchema.parse(part)
    if (block.style === 'heading') seen.headings.push(block.text)
    seen.texts.push(block.text)
  }
  if (part.type === 'RichTextBlock') seen.texts.push(richText(part.inlines))
  if (part.type === 'FactSet') {
    const facts = z.array(factSchema).parse(part.facts)
    seen.facts.push(...facts)
    seen.texts.push(...facts.flatMap(({ title, value }) => [title, value]))
  }
}

function richText(inlines: unknown): string {
  const runs = z.array(z.union([z.string(), z.looseObject({ text: z.string().optional() })])).parse(inlines)
  return runs.map((run) => (typeof run === 'string' ? run : (run.text ?? ''))).join('')
}

function gatherActions(part: Part, place: Place, seen: Gathering): void {
  const where = part.type === 'ActionSet' ? 'set' : 'card'
  for (const action of partsOf(part.actions)) gatherAction(action, where, place, seen)
  for (const action of partsOf([part.selectAction])) gatherAction(action, 'select', place, seen)
  for (const action of partsOf([part.inlineAction])) gatherAction(action, 'inline', place, seen)
}

function gatherAction(part: Part, where: ActionView['place'], place: Place, seen: Gathering): void {
  const { scope } = place
  const action = actionSchema.parse(part)
  // What only unfolds the sources is no button of the person's way.
  if (where === 'select' && action.type === 'Action.ToggleVisibility') return
  seen.actions.push({ ...action, label: action.title ?? action.tooltip ?? '', place: where, scope })
  const inner = { ...place, isVisible: true, scope: `${scope}/${seen.actions.length}` }
  for (const card of partsOf([part.card])) gather(card, inner, seen)
}

const toggle = z.looseObject({
  type: z.literal('Action.ToggleVisibility'),
  targetElements: z.array(z.string()),
})

/** Ids that lines to unfold name. */
function targetsIn(node: unknown): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return new Set()
  const own = toggle.safeParse(node).data?.targetElements ?? []
  return new Set([...own, ...Object.values(node).flatMap((each) => [...targetsIn(each)])])
}

function partsOf(value: unknown): Part[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one): Part[] => {
    const part = partSchema.safeParse(one)
    return part.success ? [part.data] : []
  })
}
