import assert from 'node:assert/strict'
import fc from 'fast-check'
import { phoneText, phoneToRecord, readPhone } from '../../../dialogs/inputs/phone.ts'
import { languages, loadTranslations } from '../../../locales/index.ts'

const translationsFor = loadTranslations()
const recorded = (text: string) => {
  const { phone, extension } = phoneToRecord(text, 'FR')
  return readPhone(text, 'FR') && [phone, extension]
}

describe('a phone number', () => {
  const extensions: Readonly<Record<string, string>> = {
    '01 42 68 53 00 ext. 1234': '1234',
    '01 42 68 53 00 Ext 1234': '1234',
    '01 42 68 53 00 extension 1234': '1234',
    '01 42 68 53 00 x1234': '1234',
    '01 42 68 53 00x1234': '1234',
    '01 42 68 53 00 (ext. 12)': '12',
    '01 42 68 53 00 #12': '12',
    '01 42 68 53 00,,12#': '12',
    '01 42 68 53 00, poste 12': '12',
    '01 42 68 53 00 poste n° 12': '12',
    '01 42 68 53 00 Poste : 12': '12',
    '01 42 68 53 00 (poste 12)': '12',
    '01 42 68 53 00 p. 12': '12',
    '01 42 68 53 00 interne 12': '12',
    '01 42 68 53 00 int. 0012': '0012',
    'Tél. : +33 (0)1 42 68 53 00 - poste 4021': '4021',
    '+33142685300;ext=12': '12',
    'tel:+33142685300;ext=12': '12',
    'tel:+33-1-42-68-53-00;ext=12': '12',
    '٠١٤٢٦٨٥٣٠٠ ext. ١٢': '12',
    '０１４２６８５３００ ｅｘｔ. １２': '12',
  }
  for (const [text, extension] of Object.entries(extensions))
    it(`keeps the extension of "${text}"`, () =>
      assert.deepEqual(recorded(text), ['+33142685300', extension]))

  it('has none where there is none', () => {
    assert.deepEqual(recorded('01 42 68 53 00'), ['+33142685300', undefined])
  })

  for (const text of [
    '01 42 68 53 00 (12)',
    '01 42 68 53 00 or 06 12 34 56 78',
    '01 42 68 53 00 / 01 42 68 53 01',
    'tel:0142685300;phone-context=+33;ext=5',
    '01 42 68 53 00 ext. 123456789012345678901234',
    '12',
  ])
    it(`is not read from "${text}": a part of it would be lost`, () =>
      assert.equal(readPhone(text, 'FR'), undefined))

  it('is shown with its extension, and read the same again, in every language', () => {
    const number = fc.constantFrom(
      '+33142685300',
      '+442079460958',
      '+14255550123',
      '+390669812345',
      '+5491123456789',
    )
    const extension = fc.option(fc.stringMatching(/^\d{1,7}$/), { nil: undefined })
    fc.assert(
      fc.property(number, extension, fc.constantFrom(...languages), (phone, own, language) => {
        const given = { phone, ...(own && { extension: own }) }
        assert.deepEqual(phoneToRecord(phoneText(translationsFor(language), given)), given)
      }),
    )
  })

  it('never makes reading it throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        readPhone(text, 'FR')
      }),
    )
  })
})
