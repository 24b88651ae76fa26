import type { Program, Source } from '../../src/core/program/program.ts'
import type { Action, ButtonKey } from '../../src/core/program/program-vocabulary.ts'
import { localized } from '../../src/core/text/localized.ts'
import type { NamedSource } from '../engine/citation.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'

/** Dates that the bot reckons for an activated benefit. */
export type BenefitDate = 'contactBy' | 'expiresOn' | 'renewsOn'

/** Source of the sentence that the Rewards team contacts the marketing contact within a week. */
export const contactPromise = ({ rules }: Program): string => rules.contactPromise

/**
 * Says under `key` what becomes of the marketing contact: on Microsoft's word, or what only the former program is known to
 * do.
 */
export function contactWords(
  { program, translations }: CompanyView & Localization,
  key: string,
  values = {},
) {
  const isKnown = program.sources[program.rules.contactPromise]?.certainty !== 'inferred'
  return translations.t(`${key}.${isKnown ? 'said' : 'carried-over'}`, {
    ...values,
    program: localized(program.name, translations.language),
  })
}

/** Source of the sentence that nothing can be activated without a marketing contact. */
export const contactCondition = ({ rules }: Program): string => rules.contactCondition

/** Sources of the names of Partner Center's buttons, and of the steps that use them. */
export const buttonSources = ({ buttons }: Program, keys: readonly ButtonKey[]): string[] => [
  ...new Set(keys.flatMap((key) => buttons[key]?.source ?? [])),
]

/** Sources of the roles that may take an action. */
export const roleSources = ({ roles }: Program, action: Action): string[] => [
  ...new Set(roles[action].map(({ source }) => source)),
]

/** Source of the rule behind a date of a benefit, in the program version that it was activated under. */
export function dateSource(
  { company, program, programs }: CompanyView,
  id: string,
  date: BenefitDate,
): Source {
  const version = programs.byId.get(company.benefits[id]?.program ?? '') ?? program
  return sourceIn(version, sourceOfDate[date](version))
}

const sourceOfDate: Readonly<Record<BenefitDate, (program: Program) => string>> = {
  contactBy: contactPromise,
  expiresOn: ({ rules }) => rules.expiry,
  renewsOn: ({ rules }) => rules.refresh,
}

/** Looks up a source. Throws an Error naming program and key if there is none. */
export function sourceIn({ id, sources }: Program, named: NamedSource): Source {
  const source = typeof named === 'string' ? sources[named] : named
  if (!source) throw new Error(`The program ${id} has no source "${named}"`)
  return source
}
