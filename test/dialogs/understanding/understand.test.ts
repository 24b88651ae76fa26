import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { z } from 'zod'
import { readModel } from '../../../dialogs/understanding/intents/model-file.ts'
import { wordsOf } from '../../../dialogs/understanding/normalize.ts'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'
import { typedSentences } from '../../support/typed-sentences.ts'

const vocabularies = loadVocabularies()
const understanding = createUnderstanding(vocabularies)
const ambiguousSchema = z.array(z.object({ text: z.string(), either: z.tuple([z.string(), z.string()]) }))

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`sentences.${name}.json`, import.meta.url), 'utf8'))
}

function sentencesOf(language: string) {
  const clear = Object.entries(typedSentences(language)).flatMap(([id, texts]) =>
    texts.map((text) => ({ id, text })),
  )
  return { clear, ambiguous: ambiguousSchema.parse(read(`ambiguous.${language}`)) }
}

const spoken = vocabularies.map(({ language }) => ({
  language,
  ...sentencesOf(language),
}))
const targets = [...new Set(vocabularies.flatMap(({ targets }) => Object.keys(targets)))]
const idsOf = (text: string) => understanding.guess(text).map(({ id }) => id)
const isConfident = (text: string) => understanding.guess(text)[0]?.confident

const known = [...targets, ...readModel().model.targets]

describe('understanding a sentence', () => {
  for (const { language, clear, ambiguous } of spoken) {
    describe(`in ${language}`, () => {
      for (const { id, text } of clear) {
        it(`takes "${text}" for ${id}`, () => assert.equal(idsOf(text)[0], id))
      }
      for (const { text, either } of ambiguous) {
        it(`cannot tell which is meant by "${text}"`, () => {
          assert.deepEqual(idsOf(text).slice(0, 2).sort(), [...either].sort())
          assert.equal(isConfident(text), false)
        })
      }
      it('is tried with at least 450 sentences', () => assert.ok(clear.length >= 450, String(clear.length)))
      it('is tried for every target', () =>
        assert.deepEqual(
          targets.filter((target) => clear.every(({ id }) => id !== target)),
          [],
        ))
      it('asks back for less than a third of them', () => {
        const sure = clear.filter(({ text }) => isConfident(text)).length
        assert.ok(sure / clear.length > 2 / 3, `${sure} of ${clear.length}`)
      })
      it('tells the language of nearly every sentence', () => {
        const told = clear.filter(
          ({ id, text }) => id === 'language' || understanding.language(text)?.language === language,
        )
        assert.ok(told.length / clear.length > 0.95, `${told.length} of ${clear.length}`)
      })
      it('is not tried with its own vocabulary', () => {
        const known = vocabularies.flatMap((vocabulary) =>
          Object.values(vocabulary.targets).flatMap(({ exact, phrases }) => [...exact, ...phrases]),
        )
        const phrases = new Set(known.map((text) => wordsOf(text).join(' ')))
        assert.deepEqual(
          clear.map(({ text }) => wordsOf(text).join(' ')).filter((text) => phrases.has(text)),
          [],
        )
      })
    })
  }

  for (const text of z.array(z.string()).parse(read('unrelated'))) {
    it(`does not claim that "${text}" is about the program`, () => {
      const [first] = understanding.guess(text)
      assert.ok(!first?.confident || /^answers\.(scope|bot)\./.test(first.id), first?.id)
    })
  }

  for (const [text, id] of [
    ['assign our marketing contact', 'assign-contact'],
    ['set the marketing contact', 'assign-contact'],
    ['who is our marketing contact', 'company.contact'],
    ['add a colleague as contact', 'assign-contact'],
    ['show me my rewards', 'my-rewards'],
    ['résumé svp', 'my-rewards'],
    ['check if we are eligible', 'check-eligibility'],
    ['who did what', 'history'],
    ["I can't see my rewards", 'program-not-visible'],
  ] as const) {
    it(`is sure that "${text}" is ${id}`, () => {
      const [first] = understanding.guess(text)
      assert.deepEqual([first?.id, first?.confident], [id, true])
    })
  }

  for (const text of ['english', 'French', 'français', 'anglais']) {
    it(`takes "${text}" for a language, though not for a command: it may answer a guide's question`, () => {
      const [first] = understanding.guess(text)
      assert.deepEqual(
        [first?.id, first?.confident, understanding.command(text)],
        ['language', true, undefined],
      )
    })
  }

  it('is not sure of a sentence that is mostly about something else', () => {
    assert.equal(isConfident('who is our marketing contact'), true)
    assert.equal(isConfident('who is our marketing contact and when does the canteen serve pizza'), false)
  })

  for (const text of ['what', 'how long', 'partner', 'nowhere']) {
    it(`is not sure of "${text}" by itself, though one guide's phrases have it oftener than others'`, () =>
      assert.equal(isConfident(text), false))
  }

  it('is not sure where the two likeliest are near each other', () => {
    assert.equal(isConfident('our tier'), true)
    assert.equal(isConfident('our tier and our tenant'), false)
  })

  it('knows the program, the account and the directory by every name they have had', () => {
    for (const account of [
      'MPN',
      'MAICPP',
      'Partner One ID',
      'AI Cloud Partner Program',
      'PGA',
      'compte global du partenaire',
    ]) {
      for (const tenant of [
        'AAD',
        'Azure AD',
        'Entra ID',
        'tenant',
        'locataire',
        'client Azure AD',
        'annuaire',
      ]) {
        assert.equal(idsOf(`link ${tenant} with ${account}`)[0], 'associate-tenant', `${tenant} ${account}`)
      }
    }
  })

  it('starts a command that is misspelt', () => {
    for (const [text, id] of [
      ['cancle', 'cancel'],
      ['annulr', 'cancel'],
      ['histroy', 'history'],
    ] as const) {
      const [first] = understanding.guess(text)
      assert.deepEqual([first?.id, first?.confident], [id, true])
    }
  })

  it('offers at least three different candidates for any text, at most the first of them confidently', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.lorem(), fc.string({ unit: 'grapheme' })),
        (text) => {
          const candidates = understanding.guess(text)
          assert.ok(new Set(candidates.map(({ id }) => id)).size >= 3)
          assert.ok(candidates.every(({ id }) => known.includes(id)))
          assert.ok(candidates.slice(1).every(({ confident }) => !confident))
        },
      ),
    )
  })

  it('ranks the likelier first', () => {
    const scores = understanding.guess('our second tenant and the contact').map(({ chance }) => chance)
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    )
  })

  it('says nothing about the language of what no language knows', () => {
    assert.equal(understanding.language('12345 zzzz'), undefined)
  })
})

describe('understanding a command', () => {
  const exact = vocabularies.flatMap((vocabulary) =>
    Object.entries(vocabulary.targets).flatMap(([id, { exact }]) => exact.map((text) => ({ id, text }))),
  )

  for (const { id, text } of exact)
    it(`"${text}" is ${id}`, () => assert.equal(understanding.command(text), id))

  for (const [text, id] of [
    ['Please, help!', 'help'],
    ['aide-moi svp', 'help'],
    ['AIDE MOI, s’il vous plaît…', 'help'],
    ['Annuler, merci 🙏', 'cancel'],
    ['Never-mind.', 'cancel'],
    ['hi, could you go back please', 'back'],
    ['Où en est-on ?', 'my-rewards'],
    ['show me my rewards please', 'my-rewards'],
    ['montrez-moi mes avantages', 'my-rewards'],
    ['the history please', 'history'],
  ] as const) {
    it(`"${text}" is ${id} all the same`, () => assert.equal(understanding.command(text), id))
  }

  for (const text of [
    '',
    '?',
    'please',
    'svp merci',
    'help me find our tenant',
    'I will go back to work',
    'contoso',
  ]) {
    it(`"${text}" is none`, () => assert.equal(understanding.command(text), undefined))
  }

  it('is the same whatever the accents, case, punctuation and blanks', () => {
    const noise = fc.constantFrom('', ' ', '!', ' ?', '...', ' 👍', '\n')
    const written = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
      (text) => text.replaceAll(' ', '  '),
      (text) => text.replaceAll("'", '’'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...exact), written, noise, noise, ({ id, text }, write, before, after) => {
        assert.equal(understanding.command(before + write(text) + after), id)
      }),
    )
  })
})
