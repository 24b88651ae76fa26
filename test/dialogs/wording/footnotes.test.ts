import assert from 'node:assert/strict'
import { sourceIn } from '../../../dialogs/wording/certainty.ts'
import { Footnotes } from '../../../dialogs/wording/footnotes.ts'
import { loadTranslations } from '../../../locales/index.ts'
import { rewards, rewards2023 } from '../../core/example.ts'

describe('the footnotes of a card', () => {
  let notes: Footnotes

  beforeEach(() => {
    notes = new Footnotes({ translations: loadTranslations()('en'), program: rewards })
  })

  it('are numbered in the order in which they are named', () => {
    const marks = [notes.mark(['roles-page']), notes.mark(['listing-types'])]
    assert.deepEqual(marks, ['\u00a0¹', '\u00a0²'])
  })

  it('name each source once', () => {
    notes.mark(['roles-page', 'roles-page'])
    notes.mark(['roles-page'])
    assert.equal(notes.lines.length, 1)
  })

  it('know a source of another program version as the same', () => {
    const marks = [
      notes.mark(['benefits-page-2021']),
      notes.mark([sourceIn(rewards2023, 'benefits-page-2021')]),
    ]
    assert.deepEqual(marks, ['\u00a0¹', '\u00a0¹'])
  })

  it('put the lower number first', () => {
    notes.mark(['roles-page'])
    assert.equal(notes.mark(['listing-types', 'roles-page']), '\u00a0¹\u00a0²')
  })

  it('say what the source is, of which day, and how sure', () => {
    notes.mark(['listing-types'])
    assert.match(
      notes.lines[0]?.text ?? '',
      /^¹ \[Introduction to listing options .*\]\(https:.*\), July 30, 2021 \(written by Microsoft\)$/,
    )
  })

  it('have two digits from ten on', () => {
    const sources = Object.keys(rewards.sources).slice(0, 10)
    assert.ok(notes.mark(sources).endsWith('\u00a0¹⁰'))
  })

  it('refuse a source that the program does not have', () => {
    notes.mark(['hearsay'])
    assert.throws(() => notes.lines, /no source "hearsay"/)
  })
})
