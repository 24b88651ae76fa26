import assert from 'node:assert/strict'
import { factTexts } from '../../../dialogs/answers/facts.ts'
import { type Language, loadTranslations } from '../../../locales/index.ts'
import { loadPrograms } from '../../../src/programs/index.ts'

const programs = loadPrograms()
const translationsFor = loadTranslations()
const textsIn = (program: string, language: Language, among = programs) =>
  factTexts({ program: among.of(program), programs: among, translations: translationsFor(language) })
const [rewards, frontier] = ['marketplace-rewards-2024', 'frontier-accelerate-2026']

describe('the facts that answers name', () => {
  it('are written as the language writes them', () => {
    assert.equal(textsIn(frontier, 'en').adoptionAllowance, '$400,000')
    assert.match(textsIn(frontier, 'fr').adoptionAllowance ?? '', /^400\s000\s\$US$/u)
    assert.equal(textsIn(frontier, 'en').adoptionAllowance, '$400,000')
  })

  it("are the newest program's, or those of the company's own", () => {
    const own = structuredClone(programs.of(rewards))
    own.waits.contactWithinDays = 5
    const texts = factTexts({ program: own, programs, translations: translationsFor('en') })
    assert.deepEqual([texts.contactDays, texts.adoptionAllowance], ['5', '$400,000'])
    assert.equal(textsIn(frontier, 'en').contactDays, '7')
  })

  it('are formatted once for a program and a language', () => {
    assert.equal(textsIn(rewards, 'fr'), textsIn(rewards, 'fr'))
  })

  it('are those of the programs as they are given, also where another has the same id', () => {
    const changed = structuredClone(programs.default)
    Object.assign(changed.allowances?.[0] ?? {}, { upToUsd: 7 })
    const others = { ...programs, default: changed }
    assert.equal(textsIn(rewards, 'en', others).adoptionAllowance, '$7')
    assert.equal(textsIn(rewards, 'en').adoptionAllowance, '$400,000')
  })
})
