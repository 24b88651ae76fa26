import { open } from '../engine/button-intent.ts'
import type { Button } from '../engine/render.ts'
import type { Drafts } from '../engine/world/drafts.ts'
import type { Localization } from '../engine/world/localization.ts'

/** Buttons for guides and pages, without duplicates. */
export function toCommands({ translations }: Localization, ids: readonly string[]): Button[] {
  return [...new Set(ids)]
    .filter((id) => translations.has(`${id}.name`))
    .map((id) => ({ title: translations.t(`${id}.name`), intent: open(id) }))
}

/** Buttons to continue left guides, latest first; skips guides that no longer exist. */
export function toDrafts({ translations, drafts }: Localization & Drafts): Button[] {
  return drafts
    .filter(({ guide }) => translations.has(`${guide}.name`))
    .map(({ guide }) => ({
      title: translations.t('common.go-on', { guide: translations.t(`${guide}.name`) }),
      intent: { do: 'continue', guide },
    }))
}
