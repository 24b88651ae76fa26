import assert from 'node:assert/strict'
import { benefitNamed } from '../../../dialogs/company-answers/benefit-named.ts'
import { wordsOf } from '../../../dialogs/understanding/normalize.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'
import { newCompany } from '../../../src/core/company/company.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { worldIn } from '../../support/bot/rehearse.ts'

const programs = [...loadPrograms().byId.values()]
const worldOf = (program: string) =>
  worldIn({ documents: { company: newCompany('tenant-1', program) }, log: [] }, 'en')
const named = (program: string, text: string) => benefitNamed(worldOf(program), text)

/** Words that only hold a title together. */
const small = new Set(loadVocabularies().flatMap(({ ignored }) => ignored.flatMap(wordsOf)))
const withoutSmall = (title: string) =>
  wordsOf(title)
    .filter((word) => !small.has(word))
    .join(' ')

describe('the title of each benefit', () => {
  for (const { id: program, benefits } of programs)
    it(`names it in its program, also without small words and in a sentence: ${program}`, () => {
      for (const { id, title } of benefits)
        for (const each of Object.values(title))
          for (const text of [
            each,
            withoutSmall(each),
            `what about ${each.toLowerCase()}?`,
            `activer ${each}`,
          ])
            assert.equal(named(program, text), id, text)
    })
})

describe('a benefit', () => {
  for (const [program, text, id] of [
    ['marketplace-rewards-2024', 'get our app featured', 'featured-placement'],
    ['marketplace-rewards-2024', 'we want a featured app', 'featured-placement'],
    ['marketplace-rewards-2024', 'can you feature our offer', 'featured-placement'],
    ['marketplace-rewards-2024', 'get our app on the featured blog', 'featured-blog'],
    ['marketplace-rewards-2024', 'notre application mise en avant', 'featured-placement'],
    ['marketplace-rewards-2024', 'mettre en avant notre offre', 'featured-placement'],
    ['marketplace-rewards-2024', 'the social media thing', 'social-promotion'],
    ['frontier-accelerate-2026', 'what does the advisor say', 'fam-app-advisor'],
    ['frontier-accelerate-2026', 'app advisor', 'fam-app-advisor'],
    ['frontier-accelerate-2026', 'how does co sell work for us', 'fam-cosell'],
    ['frontier-accelerate-2026', 'la covente avec Microsoft', 'fam-cosell'],
    ['frontier-accelerate-2026', 'the certified software badge', 'fam-csd-badge'],
  ] as const)
    it(`is named by "${text}": ${id}`, () => assert.equal(named(program, text), id))

  for (const [program, text] of [
    ['frontier-accelerate-2026', 'get our app featured'],
    ['frontier-accelerate-2026', 'is our app listed'],
    ['frontier-accelerate-2026', 'où en est notre application'],
    ['frontier-accelerate-2026', 'how are our marketplace sales'],
    ['frontier-accelerate-2026', 'qui est notre responsable de compte'],
    ['frontier-accelerate-2026', 'what is our priority'],
    ['frontier-accelerate-2026', 'how do we sell more'],
    ['marketplace-rewards-2024', 'is our listing online'],
    ['marketplace-rewards-2024', 'any news of our new release'],
    ['marketplace-rewards-2024', 'who is our account manager'],
    ['marketplace-rewards-2024', 'we would like to be featured'],
    ['marketplace-rewards-2024', 'avez-vous des nouvelles de notre fiche'],
  ] as const)
    it(`is not named by words that many things have: "${text}"`, () =>
      assert.equal(named(program, text), undefined))
})
