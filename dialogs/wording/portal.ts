import type { Program } from '../../src/core/program/program.ts'
import type { ButtonKey, LinkKey } from '../../src/core/program/program-vocabulary.ts'
import { localized } from '../../src/core/text/localized.ts'
import type { Button } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import { buttonSources } from './certainty.ts'

/** Button to a Partner Center page, by its permanent link if there is one. */
export function openPage(
  { program, translations }: Pick<CompanyView, 'program'> & Pick<Localization, 'translations'>,
  page: LinkKey,
  title = translations.t('common.open-portal'),
): Button {
  const { url, certainty, menu } = program.links[page]
  return { title, url, certainty, ...(menu && { menu: localized(menu, translations.language) }) }
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

/** Steps in Partner Center by the names of their buttons: how old the names are, and the pages that have them. */
export const stepsBy = (world: CompanyView & Localization, keys: readonly ButtonKey[]) => ({
  screen: screenNote(world, keys),
  sources: buttonSources(world.program, keys),
})

/** Origin and age of the names of Partner Center's buttons, our translations, and names on other screens. */
function screenNote(world: CompanyView & Localization, keys: readonly ButtonKey[]): string {
  const { translations } = world
  const where = translations.list(originsOf(world, keys))
  return [
    translations.t('common.screen-read', { where }),
    ...translatedBy(world, keys),
    ...keys.flatMap((key) => otherNames(world, key)),
  ].join(' ')
}

function originsOf({ program, translations }: CompanyView & Localization, keys: readonly ButtonKey[]) {
  return (['official', 'secondary', 'inferred'] as const).flatMap((kind) => {
    const same = keys.filter((key) => kindOf(program, key) === kind)
    const years = new Set(same.flatMap((key) => program.buttons[key]?.screen ?? []))
    const named = translations.list([...years].sort())
    return years.size > 0 ? [translations.t(`common.screen-from.${kind}`, { years: named })] : []
  })
}

function kindOf({ buttons, sources }: Program, key: ButtonKey): 'official' | 'secondary' | 'inferred' {
  const certainty = sources[buttons[key]?.source ?? '']?.certainty
  return certainty === 'official' || certainty === 'secondary' ? certainty : 'inferred'
}

function translatedBy({ program, translations }: CompanyView & Localization, keys: readonly ButtonKey[]) {
  const { language } = translations
  const own = keys
    .flatMap((key) => program.buttons[key] ?? [])
    .filter((each) => each.translated?.includes(language))
  const names = translations.list(own.map(({ label }) => `**${localized(label, language)}**`))
  return own.length > 0 ? [translations.t('common.screen-translated', { names })] : []
}

function otherNames({ program, translations }: CompanyView & Localization, key: ButtonKey): string[] {
  const button = program.buttons[key]
  if (!button) return []
  const { label, elsewhere = [] } = button
  const own = localized(label, translations.language)
  const names = elsewhere.map((text) => localized(text, translations.language)).filter((name) => name !== own)
  return names.length > 0
    ? [translations.t('common.also-called', { own, names: translations.list(names) })]
    : []
}
