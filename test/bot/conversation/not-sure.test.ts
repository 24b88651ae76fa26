import assert from 'node:assert/strict'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'
import type { Language } from '../../../locales/index.ts'
import { buttonsOf, headingOf } from '../../support/bot/rehearsal.ts'
import { type Rehearsed, rehearse, type Situation } from '../../support/bot/rehearse.ts'
import { situationAfter } from '../../support/past/situations.ts'

const understanding = createUnderstanding(loadVocabularies())
const nothing: Situation = situationAfter({ commands: [], role: 'partner-admin' })

/** A bot that takes every sentence for these meanings, with these chances. */
const meaning = (...chances: readonly (readonly [id: string, chance: number])[]) => ({
  understanding: {
    ...understanding,
    guess: () =>
      chances.map(([id, chance], at) => ({
        id,
        chance,
        confident: at === 0 && chance >= 0.4,
        likely: at === 0 && chance >= 0.15,
      })),
  },
})

const said = async (
  text: string,
  circumstances: object = {},
  language: Language = 'en',
  situation = nothing,
) => rehearse(situation, language, { text }, circumstances)
const lastOf = ({ sent }: Rehearsed) => sent.at(-1) ?? assert.fail('no card')
const press = (before: Rehearsed, title: string) => {
  const action = lastOf(before).actions.find((each) => each.title === title) ?? assert.fail(title)
  return rehearse(before.situation, 'en', { value: action.data })
}

describe('a sentence that is not surely understood', () => {
  const likely = meaning(['answers.terms.fam', 0.2], ['answers.terms.tpd', 0.1], ['check-eligibility', 0.06])

  it('is answered by its likeliest page, with a way to the other meanings', async () => {
    const answered = await said('x', likely)
    assert.equal(headingOf(lastOf(answered)), 'Frontier Accelerate for Marketplace')
    const asked = await press(answered, 'I meant something else')
    assert.equal(headingOf(lastOf(asked)), 'Is it about one of these?')
    assert.equal(buttonsOf(lastOf(asked)).length, 3)
  })

  it('is answered without that way where the meaning is clear', async () => {
    const answered = await said('x', meaning(['answers.terms.fam', 0.9]))
    assert.ok(!buttonsOf(lastOf(answered)).includes('I meant something else'))
  })

  it('begins no guide, but asks', async () => {
    const asked = await said('x', meaning(['assign-contact', 0.3], ['answers.terms.tpd', 0.1]))
    assert.equal(headingOf(lastOf(asked)), 'Is it about one of these?')
  })

  it('is asked about alone where nothing else is near', async () => {
    assert.equal(headingOf(lastOf(await said('x', meaning(['assign-contact', 0.3])))), 'Is it about this?')
  })

  it('gets no such question where nothing is near', async () => {
    const asked = await said('x', meaning(['assign-contact', 0], ['check-eligibility', 0]))
    assert.equal(headingOf(lastOf(asked)), 'I’m not sure what you mean')
    assert.ok(buttonsOf(lastOf(asked)).includes('Check eligibility'))
  })
})

describe('a person who swears or despairs', () => {
  const kind: readonly (readonly [text: string, language: Language, title: string])[] = [
    ['wtf', 'en', 'Sorry, that’s frustrating'],
    ['this is such bullshit!!', 'en', 'Sorry, that’s frustrating'],
    ["argh, I'm completely lost", 'en', 'Sorry, that’s frustrating'],
    ['I give up', 'en', 'Sorry, that’s frustrating'],
    ["j'en ai marre", 'fr', 'Désolé, c’est pénible'],
    ['putain de merde', 'fr', 'Désolé, c’est pénible'],
    ['au secours !', 'fr', 'Désolé, c’est pénible'],
  ]
  for (const [text, language, title] of kind)
    it(`is met kindly, with ways on: "${text}"`, async () => {
      const card = lastOf(await said(text, {}, language))
      assert.equal(headingOf(card), title)
      assert.ok(buttonsOf(card).length >= 3)
    })

  it('is answered where it is clear what about', async () => {
    const answered = await said('where the hell is the damn activate button')
    assert.notEqual(headingOf(lastOf(answered)), 'Sorry, that’s frustrating')
  })

  it('is not taken for the name of a contact, and the form stands again', async () => {
    const begun = await said('assign our marketing contact', {}, 'en')
    const { situation, sent, texts } = await said('this sucks', {}, 'en', begun.situation)
    assert.deepEqual(
      [headingOf(sent[0]), texts.at(-1)],
      ['Sorry, that’s frustrating', 'Back to: **Marketing contact**'],
    )
    assert.doesNotMatch(JSON.stringify(situation), /this sucks/)
  })
})
