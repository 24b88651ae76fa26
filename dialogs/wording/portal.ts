import type { ButtonKey, LinkKey } from '../../src/core/program/program-vocabulary.ts'
import { localized } from '../../src/core/text/localized.ts'
import type { Button } from '../engine/render.ts'
import type { World } from '../engine/world.ts'

/** A button that opens a page of Partner Center, by the link that survives moves where there is one. */
export function openPage(
  { program, speech }: World,
  page: LinkKey,
  title = speech.t('common.open-portal'),
): Button {
  return { title, url: program.links[page].url }
}

/** Opens the page's other known address, for when the first leads nowhere. */
export function otherPage({ program, speech }: World, page: LinkKey): Button[] {
  const { fallback } = program.links[page]
  return fallback ? [{ title: speech.t('common.other-address'), url: fallback }] : []
}

/** What these buttons of Partner Center are called on other screens, and when the names were last read. */
export function screenNote({ program, speech }: World, keys: readonly ButtonKey[]): string {
  const others = keys.flatMap((key) => {
    const { label, elsewhere = [] } = program.buttons[key]
    const own = localized(label, speech.language)
    const names = elsewhere.map((text) => localized(text, speech.language)).filter((name) => name !== own)
    return names.length > 0 ? [speech.t('common.also-called', { own, names: speech.list(names) })] : []
  })
  const read = speech.t('common.screen-read', { date: speech.date(program.asOf) })
  return [read, ...others].join(' ')
}
