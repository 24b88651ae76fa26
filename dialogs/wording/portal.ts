import type { ButtonKey, LinkKey } from '../../src/core/program/program-vocabulary.ts'
import { localized } from '../../src/core/text/localized.ts'
import type { Button } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'

/** Button to a Partner Center page, by its permanent link if there is one. */
export function openPage(
  { program, translations }: CompanyView & Localization,
  page: LinkKey,
  title = translations.t('common.open-portal'),
): Button {
  return { title, url: program.links[page].url }
}

/** Where the program is in Partner Center: its menu path, else its name. */
export function placeOfProgram({ program, translations }: CompanyView & Localization): string {
  return localized(program.links.rewards.menu ?? program.name, translations.language)
}

/** Button to the alternative address, in case the first one fails. */
export function otherPage({ program, translations }: CompanyView & Localization, page: LinkKey): Button[] {
  const { fallback } = program.links[page]
  return fallback ? [{ title: translations.t('common.other-address'), url: fallback }] : []
}

/** Names of Partner Center buttons on other screens, with the date of the last check. */
export function screenNote(
  { program, translations }: CompanyView & Localization,
  keys: readonly ButtonKey[],
): string {
  const others = keys.flatMap((key) => {
    const button = program.buttons[key]
    if (!button) return []
    const { label, elsewhere = [] } = button
    const own = localized(label, translations.language)
    const names = elsewhere
      .map((text) => localized(text, translations.language))
      .filter((name) => name !== own)
    return names.length > 0
      ? [translations.t('common.also-called', { own, names: translations.list(names) })]
      : []
  })
  const read = translations.t('common.screen-read', { date: translations.date(program.asOf) })
  return [read, ...others].join(' ')
}
