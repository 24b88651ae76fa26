import { onlyOne } from '../../../src/core/collections/only-one.ts'
import { phases, solutions } from '../../../src/core/company/company-event.ts'
import { agreements } from '../../../src/core/program/program-vocabulary.ts'
import { dayMeant } from '../../../src/time/day-meant.ts'
import type { Reading } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { amountsNamed } from '../../understanding/amounts.ts'
import { wordsOf } from '../../understanding/normalize.ts'
import { properNames } from '../../understanding/proper-names.ts'
import { listsSaid, wordsIn } from '../../wording/lists-said.ts'

const section = 'technical-help.words'

/** Finds what help a sentence asks for, with what it names for the cards of that help. */
export function helpNamed(sentence: string, world: World): Reading | undefined {
  const said = listsSaid(world.translations, section, sentence)
  const caseNumber = said.includes('case-number') ? onlyOne(numbersIn(sentence)) : undefined
  if (caseNumber !== undefined) return { values: { what: { choice: 'case-number' }, case: { caseNumber } } }
  if (said.includes('sponsorship'))
    return { values: { what: { choice: 'sponsorship' }, ...wishIn(sentence, world, said) } }
  const need = { phase: named(phases, said), solution: named(solutions, said) }
  const values = { need: filled(need) }
  // "Technical help" alone may mean any of its kinds.
  return Object.keys(values.need).length > 0
    ? { values: { what: { choice: 'request' }, ...values } }
    : undefined
}

/** Reads what a sentence says of a sponsorship. An amount beside a deal may be that of the deal. */
function wishIn(sentence: string, world: World, said: readonly string[]) {
  const { company, translations, today } = world
  const closedOn = said.includes('closed') ? dayMeant(sentence, today, true) : undefined
  const isDeal = said.includes('deal') || closedOn !== undefined
  const amount = isDeal ? undefined : onlyOne(amountsNamed(sentence).filter(({ isForeign }) => !isForeign))
  const before = wordsIn(translations, section).customer ?? []
  const customers = properNames(sentence).filter(
    (each) => before.includes(each.before) && each.name !== company.contact?.name,
  )
  return {
    agreement: filled({ choice: agreementIn(said) }),
    deal: filled({ customer: onlyOne(customers.map(({ name }) => name)), closedOn }),
    amount: filled({ amount: amount && String(amount.value) }),
  }
}

/** An expired agreement is named with the words of an active one. */
const agreementIn = (said: readonly string[]) =>
  said.includes('ea-expired') ? 'ea-expired' : named(agreements, said)

const named = <T extends string>(values: readonly T[], said: readonly string[]): T | undefined =>
  onlyOne(values.filter((value) => said.includes(value)))

const filled = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  )

/** Case numbers have many digits, and perhaps letters. */
const numbersIn = (sentence: string): string[] =>
  sentence
    .split(/[\s,;:()#]+/)
    .map((word) => word.replace(/[.!?]+$/, ''))
    .filter((word) => wordsOf(word).length > 0 && /\d{5,}/.test(word))
