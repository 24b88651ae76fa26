import type { Localization } from '../../engine/world/localization.ts'

/** Points of a checklist, by whose word they are on. */
export interface PointGroup {
  readonly title: string
  readonly points: readonly string[]
}

/** What requests are sent back for: by Microsoft's rules, then by our experience, said as such. */
export function pointGroups(
  { translations }: Localization,
  codes: Readonly<Record<'official' | 'ours', readonly string[]>>,
  values: object = {},
): PointGroup[] {
  return (['official', 'ours'] as const).map((whose) => ({
    title: translations.t(`technical-help.sent-back.${whose}`),
    points: codes[whose].map((code) => translations.t(`technical-help.sent-back.${code}`, values)),
  }))
}
