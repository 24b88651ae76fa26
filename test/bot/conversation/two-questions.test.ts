import assert from 'node:assert/strict'
import { questionsIn } from '../../../bot/conversation/two-questions.ts'
import type { Language } from '../../../locales/index.ts'
import { headingOf } from '../../support/bot/rehearsal.ts'
import { activated, chatAfter } from '../../support/past/reminded-past.ts'

const headingsAfter = async (language: Language, ...lines: readonly string[]): Promise<string[]> => {
  const chat = chatAfter(activated(9, 'press-release-support'), {}, language)
  for (const line of lines) await chat.say(line)
  return chat.sent.map((card) => headingOf(card).replace(/[\u00a0\u202f]/g, ' '))
}

describe('two questions in a sentence', () => {
  for (const [language, text, headings] of [
    [
      'en',
      'who is our contact and when does the sponsorship expire?',
      ['Ann *Bell* is your marketing contact', 'No granted sponsorship is recorded'],
    ],
    ['en', 'what is MBS? what is TTM?', ['Marketplace Billed Sales', 'Trailing twelve months']],
    [
      'fr',
      'qui est notre contact et quel est notre palier ?',
      ['Ann *Bell* est votre contact marketing', 'Palier estimé : Co-vente'],
    ],
  ] as const)
    it(`are both answered, one after the other: ${text}`, async () =>
      assert.deepEqual(await headingsAfter(language, text), headings))

  for (const [language, text] of [
    ['en', 'what is ACR and how is it counted?'],
    ['en', 'who activated the press release and when?'],
    ['en', 'what is the difference between MPN ID and PGA?'],
    ['en', 'who is our contact, what is our tier and when does the sponsorship end?'],
    ['fr', "qu'est-ce que MACC et à quoi ça sert ?"],
  ] as const)
    it(`are one where they are not two that are clear: ${text}`, async () =>
      assert.equal((await headingsAfter(language, text)).length, 1))

  it('are answered beside the guide that waits, which goes on once', async () => {
    const [first, second, form, ...others] = await headingsAfter(
      'en',
      'marketing contact',
      'who is our contact and how far is the next tier?',
    )
    assert.deepEqual([first, others], ['Ann *Bell* is your marketing contact', []])
    assert.match(second ?? '', /to Lead development/)
    assert.equal(form, 'Who’s the marketing contact?')
  })

  it('keep what stands between them', () =>
    assert.deepEqual(questionsIn('Hi, who may activate and associate, and is it fabrikam.com?'), [
      'who may activate associate',
      'is it fabrikam.com',
    ]))
})
