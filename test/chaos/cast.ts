import { languages } from '../../locales/index.ts'
import { type Script, scriptsIn } from '../guides/scripts.ts'
import { Chance } from './chance.ts'

/** One conversation of the run: who speaks for which company, and goes through which guide. */
export interface Role {
  readonly number: number
  readonly tenant: string
  readonly script: Script
  /** Unique text of this conversation in the log, if its guide records one. */
  readonly mark: string | undefined
}

export interface Company {
  readonly tenant: string
  readonly past: Script['past']
  readonly roles: readonly Role[]
}

/**
 * Guides that people of one company can go through at the same time. No two of them record the same thing, or begin
 * elsewhere because of what the other has recorded, as with a second tenant; only technical requests are many.
 */
const together = [
  ['check-eligibility', 'technical-help', 'associate-tenant', 'technical-help'],
  ['assign-contact', 'associate-tenant', 'technical-help'],
  ['activate-benefits', 'technical-help', 'associate-tenant', 'technical-help'],
  ['follow-up', 'associate-tenant', 'technical-help', 'technical-help'],
  ['program-not-visible', 'technical-help', 'associate-tenant'],
]

/** Companies with so many conversations in all; the same ones for the same seed. */
export function cast(seed: number, conversations: number): Company[] {
  const chance = new Chance(seed, 'cast')
  const companies: Company[] = []
  for (let cast = 0; cast < conversations; ) {
    const guides = together[companies.length % together.length]?.slice(0, conversations - cast) ?? []
    const tenant = `company-${companies.length}`
    const roles = guides.map((guide, index) => roleOf(cast + index, tenant, guide, chance))
    companies.push({ tenant, roles, past: roles.flatMap(({ script }) => script.past) })
    cast += roles.length
  }
  return companies
}

const scripts = languages.flatMap(scriptsIn)

function roleOf(number: number, tenant: string, guide: string, chance: Chance): Role {
  const language = chance.oneOf(languages)
  const script = scripts.find((one) => one.guide === guide && one.language === language)
  if (!script) throw new Error(`There is no script of ${guide} in ${language}`)
  return { number, tenant, ...own(script, number) }
}

/** The script with its own domain and product, to recognise its records in the log. */
function own(script: Script, number: number): Pick<Role, 'script' | 'mark'> {
  const mark = marks[script.guide]
  if (!mark) return { script, mark: undefined }
  const [common, ours] = [mark, mark.replace(/^[A-Za-z]+/, `$&-${number}`)]
  const replaced = (text: string) => text.replaceAll(common, ours)
  const steps: Script['steps'] = script.steps.map((step) =>
    'types' in step
      ? { types: replaced(step.types), sees: replaced(step.sees) }
      : { ...step, sees: replaced(step.sees), fills: withOwn(step.fills, replaced) },
  )
  return { script: { ...script, steps }, mark: ours }
}

const marks: Readonly<Record<string, string>> = {
  'technical-help': 'Azure Arc',
  'associate-tenant': 'fabrikam.onmicrosoft.com',
}

type Fills = Extract<Script['steps'][number], { clicks: string }>['fills']

function withOwn(fills: Fills, replaced: (text: string) => string): Fills {
  return Object.fromEntries(
    Object.entries(fills).map(([input, entry]) => [
      input,
      typeof entry === 'string' ? replaced(entry) : entry,
    ]),
  )
}
