import assert from 'node:assert/strict'
import fc from 'fast-check'
import { z } from 'zod'
import {
  isProfileLine,
  readProfile,
  readProfiles,
  writeProfile,
} from '../../../../dialogs/guides/check-eligibility/publisher-profiles.ts'
import { languages, loadTranslations } from '../../../../locales/index.ts'
import { listingClassSchema } from '../../../../src/core/program/benefit-definition.ts'

const translationsFor = loadTranslations()
const named = (section: string, language: (typeof languages)[number]) =>
  z.record(z.string(), z.string()).parse(translationsFor(language).section(`check-eligibility.${section}`))
const only = (text: string) => readProfiles(text)[0]
const problem = (text: string) => {
  const line = only(text)
  return line && !line.profile ? line.problem : undefined
}

describe('a line about a publisher profile', () => {
  for (const line of [
    'Contoso; sold through Microsoft; 25k',
    'Contoso ; transact ; $25,000',
    'Contoso; vente par Microsoft; 25 000',
    'Contoso\tTransact\t25000',
    '| Contoso | transact | 25k |',
    '- Contoso; transact; 25k',
    'Contoso, transact, 25,000',
  ]) {
    it(`is read from ${JSON.stringify(line)}`, () =>
      assert.deepEqual(only(line)?.profile, {
        name: 'Contoso',
        listingClass: 'transact',
        billedSalesUsd: 25_000,
      }))
  }

  it('says that BYOL counts as list', () =>
    assert.deepEqual(only('Contoso; BYOL')?.profile, {
      name: 'Contoso',
      listingClass: 'list',
      countedAs: 'byol',
      billedSalesUsd: 0,
    }))

  it('may say that services are sold, before or after the sales', () => {
    const lines = ['A; transact; services; 5k', 'A; transact; 5k; prestations']
    assert.deepEqual(
      lines.map((line) => only(line)?.profile?.offering),
      ['services', 'services'],
    )
  })

  it('keeps a comma in the name', () =>
    assert.equal(only('Contoso, Inc., free trial')?.profile?.name, 'Contoso, Inc.'))

  for (const [line, expected] of [
    ['Contoso; by pigeon; 5', 'profile-pricing'],
    ['Contoso', 'profile-pricing'],
    ['; BYOL; 5', 'profile-pricing'],
    ['Contoso; transact; a lot', 'profile-sales'],
    ['Contoso; transact; -5', 'profile-sales'],
    ['Contoso; transact; 5; 6', 'profile-sales'],
    ['Contoso; transact; 9999999999999', 'profile-sales'],
    ['Contoso; transact', 'profile-sales-missing'],
    ['Contoso; transact; 25k €', 'profile-currency'],
    ['Contoso; transact; 25000 EUR', 'profile-currency'],
    [`${'x'.repeat(201)}; BYOL`, 'profile-name'],
  ] as const) {
    it(`has ${expected} in ${JSON.stringify(line.slice(0, 40))}`, () => assert.equal(problem(line), expected))
  }

  it('is distinguished from other sentences', () => {
    const lines = ['A; by pigeon', 'A\tBYOL', 'Contoso, BYOL, 5', 'what is BYOL?', "that's all", 'hello, you']
    assert.deepEqual(lines.map(isProfileLine), [true, true, true, false, false, false])
  })
})

describe('several lines about publisher profiles', () => {
  it('are read one by one, however they end', () =>
    assert.deepEqual(
      readProfiles('A; BYOL\r\nB; free trial\r\rC; contact me\n\n').map(({ name }) => name),
      ['A', 'B', 'C'],
    ))

  it('keep the line that cannot be read', () =>
    assert.deepEqual(
      readProfiles('A; BYOL\nB; by pigeon').map(({ text }) => text),
      ['A; BYOL', 'B; by pigeon'],
    ))

  it('let a later line of the same name mend it', () =>
    assert.deepEqual(
      readProfiles('Élan; by pigeon\nB; BYOL\nelan; free trial').map(({ text }) => text),
      ['B; BYOL', 'elan; free trial'],
    ))

  it('keep two readable lines of one name', () =>
    assert.equal(readProfiles('A; BYOL\nA; transact; 5k').length, 2))
})

describe('the words of the cards', () => {
  for (const language of languages) {
    for (const pricing of Object.values(named('profiles.options.pricing', language))) {
      it(`"${pricing}" is a way of selling`, () =>
        assert.ok(readProfile({ name: 'A', pricing, offering: '', sales: '0' }).profile))
    }

    for (const [listingClass, title] of Object.entries(named('classes', language))) {
      it(`"${title}" is the class ${listingClass}`, () =>
        assert.equal(only(`A; ${title}; 0`)?.profile?.listingClass, listingClassSchema.parse(listingClass)))
    }

    it(`amounts in ${language} are read as they are written`, () => {
      const { money } = translationsFor(language)
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 1e12 }),
          (usd) => only(`A; transact; ${money(usd)}`)?.profile?.billedSalesUsd === usd,
        ),
      )
    })
  }

  it('make a line that reads as the same profile', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿ0-9;|,.&' -]{1,40}$/).filter((text) => /\p{L}/u.test(text))
    fc.assert(
      fc.property(word, fc.constantFrom('BYOL', 'Free trial', 'Sold through Microsoft'), (name, pricing) => {
        const line = writeProfile({ name, pricing, offering: 'Services', sales: '25k' })
        const read = readProfiles(line)
        return read.length === 1 && read[0]?.profile?.billedSalesUsd === 25_000
      }),
    )
  })
})
