import { z } from 'zod'
import type { Personality } from '../connector/fake-connector.ts'
import { type Entries, fillIn, type InputError, validateInputs } from './card-input.ts'
import type { ActionView, CardView } from './card-view.ts'
import type { Deed } from './client-envelope.ts'

/** Result of a click before posting. */
export type ClickEffect =
  | { readonly kind: 'post'; readonly deed: Deed }
  | { readonly kind: 'refused'; readonly errors: readonly InputError[] }
  | { readonly kind: 'opened'; readonly url: string }
  /** The client does nothing, silently. */
  | { readonly kind: 'nothing'; readonly reason: string }

/**
 * Clicks an action after filling in `entries`; `replyToId` is the message of the card. @throws Error if impossible for
 * a person: a disabled button, an unknown input or choice.
 */
export function clickAction(
  personality: Personality,
  card: CardView,
  action: ActionView,
  entries: Entries,
  replyToId: string | undefined,
): ClickEffect {
  if (action.isEnabled === false) throw new Error(`The button "${action.label}" is disabled`)
  if (action.type === 'Action.OpenUrl') return { kind: 'opened', url: action.url ?? '' }
  if (action.type !== 'Action.Submit' && action.type !== 'Action.Execute') {
    return { kind: 'nothing', reason: `${action.type} stays in the client` }
  }
  const inputs = inputsOf(card, action)
  const values = fillIn(inputs, entries)
  const errors = validateInputs(inputs, values)
  if (errors.length > 0) return { kind: 'refused', errors }
  const filled = Object.fromEntries([...values].filter(([, value]) => value !== ''))
  const from = personality === 'emulator' ? {} : { replyToId }
  return action.type === 'Action.Execute'
    ? execute(personality, action, filled, from)
    : submit(personality, action, filled, from, card.inputs.length > 0)
}

/** Those of the card and of the ShowCards around the action; none where the action takes none. */
function inputsOf(card: CardView, { associatedInputs, scope }: ActionView) {
  if (associatedInputs?.toLowerCase() === 'none') return []
  return card.inputs.filter((input) => scope === input.scope || scope.startsWith(`${input.scope}/`))
}

type Filled = Readonly<Record<string, string>>
type Origin = { readonly replyToId?: string | undefined }

const dataSchema = z.record(z.string(), z.unknown())

function submit(
  personality: Personality,
  { data }: ActionView,
  filled: Filled,
  from: Origin,
  hasInputs: boolean,
): ClickEffect {
  if (typeof data === 'string') return submitString(personality, data, from, hasInputs)
  const own = dataSchema.parse(data ?? {})
  const value = { ...own, ...filled }
  if (personality !== 'emulator') {
    const special = teamsButton(personality, own, value, from)
    if (special) return special
  }
  return post({ type: 'message', isSubmit: true, value }, from)
}

/** Web Chat says the string or, with inputs on the card, nothing; the others lose string and inputs. */
function submitString(personality: Personality, text: string, from: Origin, hasInputs: boolean): ClickEffect {
  if (personality !== 'emulator') return post({ type: 'message', isSubmit: true, value: {} }, from)
  return hasInputs
    ? { kind: 'nothing', reason: 'Web Chat posts nothing for string data on a card with inputs' }
    : post({ type: 'message', text }, from)
}

const buttonSchema = z.looseObject({
  type: z.enum(['messageBack', 'imBack', 'invoke', 'task/fetch']),
  text: z.string().optional(),
  value: z.unknown().optional(),
})

/** `data.msteams.type`: Playground ignores such clicks, Teams has a special activity for each. */
function teamsButton(
  personality: Personality,
  data: object,
  value: object,
  from: Origin,
): ClickEffect | undefined {
  const button = 'msteams' in data ? buttonSchema.safeParse(data.msteams).data : undefined
  if (!button) return undefined
  if (personality === 'playground')
    return { kind: 'nothing', reason: `Playground ignores ${button.type} buttons` }
  if (button.type === 'imBack') return post({ type: 'message', text: String(button.value ?? '') }, {})
  if (button.type === 'messageBack') {
    return post({ type: 'message', text: button.text ?? '', value: button.value ?? value }, from)
  }
  if (button.type === 'invoke') return post({ type: 'invoke', value: button.value }, from)
  return post(
    { type: 'invoke', name: 'task/fetch', value: { data: value, context: { theme: 'default' } } },
    from,
  )
}

/** Playground sends neither `trigger` nor the action's id; Web Chat draws a dead button. */
function execute(personality: Personality, action: ActionView, filled: Filled, from: Origin): ClickEffect {
  if (personality === 'emulator') return { kind: 'nothing', reason: 'Web Chat cannot run Action.Execute' }
  const { type, id, title, verb, data } = action
  const merged = { ...dataSchema.parse(data ?? {}), ...filled }
  const isTeams = personality === 'teams'
  const value = {
    action: { type, title, verb, data: merged, ...(isTeams && id !== undefined ? { id } : {}) },
    ...(isTeams ? { trigger: 'manual' } : {}),
  }
  return post({ type: 'invoke', name: 'adaptiveCard/action', value }, from)
}

function post(deed: Omit<Deed, 'replyToId'>, { replyToId }: Origin): ClickEffect {
  return { kind: 'post', deed: { ...deed, ...(replyToId === undefined ? {} : { replyToId }) } }
}
