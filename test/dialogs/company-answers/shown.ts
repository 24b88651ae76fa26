import assert from 'node:assert/strict'
import type { Card } from '../../../cards/card-schema.ts'
import { companyAnswers } from '../../../dialogs/company-answers/pages.ts'
import type { Language } from '../../../locales/index.ts'
import { newCompany } from '../../../src/core/company/company.ts'
import type { Program } from '../../../src/core/program/program.ts'
import { headingOf, textOf } from '../../support/bot/rehearsal.ts'
import { type Circumstances, type Situation, worldIn } from '../../support/bot/rehearse.ts'
import { situations } from '../../support/past/situations.ts'

/** Names of the answers about the company. */
export const names = companyAnswers.map(({ id }) => id.slice('company.'.length))

/** Answers that lead to another page at once. */
export const leadingOn: Readonly<Record<string, string>> = { everything: 'my-rewards' }

/** The card of an answer, after this sentence was typed. */
export async function shown(
  name: string,
  situation: Situation,
  { text, language = 'en', ...circumstances }: Circumstances & { text?: string; language?: Language } = {},
): Promise<Card> {
  const page = companyAnswers.find(({ id }) => id === `company.${name}`) ?? assert.fail(name)
  const world = worldIn(situation, language, circumstances)
  const content = await page.view(world, { text })
  assert.ok(!('do' in content), `${name} leads on`)
  return world.render(world, content)
}

/** Title and all other texts of a card. */
export const saidBy = (card: Card): { title: string; text: string } => ({
  title: headingOf(card).replaceAll('\u2060', ''),
  text: textOf(card).replaceAll('\u2060', ''),
})

/** A situation by its name. */
export const inSituation = (name: string): Situation => situations[name] ?? assert.fail(name)

/** A company of which nothing is recorded. */
export const emptyIn = (program: Program): Situation => ({
  documents: { company: newCompany('tenant-1', program.id) },
  log: [],
})
