import assert from 'node:assert/strict'
import { openPage, stepsBy } from '../../../dialogs/wording/portal.ts'
import type { Language } from '../../../locales/index.ts'
import { worldIn } from '../../support/bot/rehearse.ts'
import { chatAfter } from '../../support/past/reminded-past.ts'

describe('the names of Partner Center’s buttons', () => {
  const worldFor = (language: Language) => {
    const { situation, now } = chatAfter([], {}, language)
    return worldIn(situation, language, { now })
  }

  it('are said to be of Microsoft’s documentation, with its year', () => {
    const { screen } = stepsBy(worldFor('en'), ['activate'])
    assert.equal(screen, 'Button names are from Microsoft’s documentation of 2021; your screen may differ.')
  })

  it('are told apart from those that others describe', () => {
    const { screen, sources } = stepsBy(worldFor('en'), ['tenants', 'confirmTenant'])
    assert.match(screen, /Microsoft’s documentation of 2021 and third-party descriptions of 2026;/)
    assert.deepEqual(sources, ['rewards-page-2021', 'tenants-page-quoted'])
  })

  it('are not said to be Microsoft’s where nobody has confirmed them', () => {
    const world = worldFor('en')
    world.apply({ type: 'ChangeProgram', to: 'frontier-accelerate-2026' })
    assert.match(stepsBy(world, ['activate']).screen, /earlier screens of 2021, not confirmed here/)
  })

  it('are marked where the French is ours', () => {
    assert.match(stepsBy(worldFor('fr'), ['enroll']).screen, /Traduit par nos soins\s: \*\*S’inscrire/)
    assert.doesNotMatch(stepsBy(worldFor('fr'), ['activate']).screen, /Traduit/)
    assert.doesNotMatch(stepsBy(worldFor('en'), ['enroll']).screen, /Translated/)
  })

  it('come with those of other screens', () => {
    assert.match(
      stepsBy(worldFor('en'), ['benefitsTab']).screen,
      /Some screens call \*\*Marketing benefits\*\* Sales and Marketing benefits\./,
    )
  })
})

describe('a button to Partner Center', () => {
  it('carries how sure its address is', () => {
    const { situation, now } = chatAfter([])
    const world = worldIn(situation, 'en', { now })
    const certaintyOf = (page: 'tenants' | 'technicalRequest') => {
      const button = openPage(world, page)
      return 'url' in button && button.certainty
    }
    assert.deepEqual([certaintyOf('tenants'), certaintyOf('technicalRequest')], ['official', 'secondary'])
  })
})
