import { readdirSync, readFileSync } from 'node:fs'
import { Template } from 'adaptivecards-templating'
import { type Card, cardSchema } from './card-schema.ts'
import { escapeAll } from './markdown.ts'

/** Values for a card template. */
export interface CardData {
  readonly language: string
  /** Sentences of this card in the person's language, already escaped for Markdown. */
  readonly t: Readonly<Record<string, unknown>>
  /** Other values in the template. `${md.x}` is `${x}` escaped for Markdown. */
  readonly view: Readonly<Record<string, unknown>>
}

/** Renders a template. Throws for an unknown one. */
export type RenderCard = (template: string, data: CardData) => Card

/** Parses all templates of a folder. Throws with the file's name for an invalid one. */
export function loadCards(folder = new URL('templates/', import.meta.url)): RenderCard {
  const templates = new Map(templateNames(folder).map((name) => [name, parse(folder, name)]))
  return (name, data) => {
    const template = templates.get(name)
    if (!template) throw new Error(`There is no card template cards/templates/${name}.json`)
    const named = namedBy(data)
    return framed(expand(template, named), expand(templates.get('frame') ?? template, named))
  }
}

/** Lists the templates of a folder, sorted. */
export function templateNames(folder = new URL('templates/', import.meta.url)): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
}

function parse(folder: URL, name: string): Template {
  try {
    return new Template(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')))
  } catch (cause) {
    throw new Error(`The card template cards/templates/${name}.json cannot be read`, { cause })
  }
}

/** Collects all names available in a template. */
const namedBy = ({ language, t, view }: CardData): object => ({ ...view, language, t, md: escapeAll(view) })

function expand(template: Template, named: object): Card {
  return cardSchema.parse(template.expand({ $root: named }))
}

/** Puts a card's body into the common frame: guide and heading above, then problems, the body, sources. */
function framed(card: Card, frame: Card): Card {
  const slot = frame.body.findIndex((element) => element.id === 'body')
  const body = [...frame.body.slice(0, slot), ...card.body, ...frame.body.slice(slot + 1)]
  return { ...frame, ...card, body }
}
