import type { Card } from './card-schema.ts'
import { copyable, neutral, neutralMarkdown, withoutDirections } from './markdown.ts'

/** Rendered properties, other than the values of facts and inputs. */
const rendered = new Set([
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'fallbackText',
  'altText',
  'tooltip',
])

/**
 * Neutralizes people's words in a card: no direction controls, formatting or links. Data sent by buttons are
 * unchanged.
 */
export function neutralCard<C extends Card>(card: C): C {
  return Object.assign({}, card, neutralFields(card))
}

function neutralFields(node: object): object {
  const { type, fontType } = { type: undefined, fontType: undefined, ...node }
  const markdown = fontType === 'Monospace' ? copyable : neutralMarkdown
  const fields = Object.entries(node)
  return Object.fromEntries(fields.map(([key, value]) => [key, neutralField(key, value, type, markdown)]))
}

/** Neutralizes a rendered field by `markdown`; Monospace text is meant for copying. */
function neutralField(key: string, value: unknown, type: unknown, markdown: typeof copyable): unknown {
  if (key === 'data') return value
  if (Array.isArray(value)) return value.map((each) => neutralItem(key, each))
  if (typeof value === 'object' && value !== null) return neutralFields(value)
  if (typeof value !== 'string') return value
  if (key === 'text') return markdown(value)
  if (rendered.has(key)) return neutral(value)
  return key === 'value' && type === 'Input.Text' ? withoutDirections(value) : value
}

/** A fact's value is rendered; a choice's value is sent. */
function neutralItem(list: string, item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item
  const fields = neutralFields(item)
  return list === 'facts' && 'value' in item
    ? { ...fields, value: neutralMarkdown(String(item.value)) }
    : fields
}
