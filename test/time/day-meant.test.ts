import assert from 'node:assert/strict'
import { dayMeant } from '../../src/time/day-meant.ts'

const saturday = '2026-11-28'

describe('a day that a sentence names', () => {
  for (const [text, day] of [
    ['remind me tomorrow', '2026-11-29'],
    ['the day after tomorrow pls', '2026-11-30'],
    ['in two weeks', '2026-12-12'],
    ['in a fortnight', '2026-12-12'],
    ['ask again in 3 days', '2026-12-01'],
    ['next monday', '2026-11-30'],
    ['on Friday', '2026-12-04'],
    ['on 5 December', '2026-12-05'],
    ['at the end of the month', '2026-11-30'],
    ['on the 15th', '2026-12-15'],
    ['next month', '2026-12-28'],
    ['the week after next', '2026-12-12'],
    ['2026-12-24', '2026-12-24'],
    ['demain', '2026-11-29'],
    ['après-demain', '2026-11-30'],
    ['Apres demain', '2026-11-30'],
    ['lundi prochain', '2026-11-30'],
    ['dans trois jours', '2026-12-01'],
    ['dans quinze jours', '2026-12-13'],
    ['sous huitaine', '2026-12-06'],
    ['fin du mois', '2026-11-30'],
    ['à la fin du mois', '2026-11-30'],
    ['la semaine prochaine', '2026-12-05'],
    ['mardi en huit', '2026-12-08'],
    ["d'ici deux semaines", '2026-12-12'],
    ['le mois prochain', '2026-12-28'],
    ['le 15', '2026-12-15'],
    ['le 31', '2026-12-31'],
    ['le 5 décembre', '2026-12-05'],
  ] as const)
    it(`is ${day} in "${text}"`, () => assert.equal(dayMeant(text, saturday), day))

  for (const text of ['15/12', '05/06/2027', 'at 5', 'in March', 'about Sam', 'later', 'le 45', 'le 5%', ''])
    it(`is none in "${text}", which names no day for sure`, () =>
      assert.equal(dayMeant(text, saturday), undefined))

  it('may be past where that is asked for', () => {
    assert.equal(dayMeant('the deal closed on 3 November', saturday, true), '2026-11-03')
    assert.equal(dayMeant('signé le 3 novembre', saturday, true), '2026-11-03')
  })
})
