import assert from 'node:assert/strict'
import { fillIn, validateInputs } from './card-input.ts'
import { findAction, viewCard } from './card-view.ts'

const card = (...body: unknown[]) => viewCard({ type: 'AdaptiveCard', version: '1.5', body })

describe('a card as a person sees it', () => {
  it('has the heading that is marked as one', () => {
    const view = card(
      { type: 'TextBlock', text: 'intro' },
      { type: 'TextBlock', text: 'Tier', style: 'heading' },
    )
    assert.equal(view.heading, 'Tier')
  })

  it('has the texts of columns, tables, facts and rich text, in order', () => {
    const view = card(
      { type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'TextBlock', text: 'a' }] }] },
      {
        type: 'Table',
        rows: [
          { type: 'TableRow', cells: [{ type: 'TableCell', items: [{ type: 'TextBlock', text: 'b' }] }] },
        ],
      },
      { type: 'FactSet', facts: [{ title: 'c', value: 'd' }] },
      { type: 'RichTextBlock', inlines: ['e', { type: 'TextRun', text: 'f' }] },
    )
    assert.deepEqual(view.texts, ['a', 'b', 'c', 'd', 'ef'])
  })

  it('has texts that are hidden, as in a hidden container, after those that are seen', () => {
    const hidden = { type: 'Container', isVisible: false, items: [{ type: 'TextBlock', text: 'folded' }] }
    assert.deepEqual(card(hidden, { type: 'TextBlock', text: 'seen' }).texts, ['seen', 'folded'])
  })

  it('has its facts', () => {
    assert.deepEqual(card({ type: 'FactSet', facts: [{ title: 'Tier', value: 'Tier 2' }] }).facts, [
      { title: 'Tier', value: 'Tier 2' },
    ])
  })

  it('has its inputs with labels and current values', () => {
    const view = card({
      type: 'Container',
      items: [{ type: 'Input.Number', id: 'n', label: 'Sales', value: 3 }],
    })
    assert.deepEqual(
      view.inputs.map(({ id, label, value }) => [id, label, value]),
      [['n', 'Sales', '3']],
    )
  })

  it('has the actions of the card, of action sets and of what can be selected', () => {
    const view = viewCard({
      type: 'AdaptiveCard',
      body: [
        { type: 'Container', items: [], selectAction: { type: 'Action.Submit', tooltip: 'pick' } },
        { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'inner' }] },
      ],
      actions: [{ type: 'Action.OpenUrl', title: 'outer', url: 'https://example.com' }],
    })
    assert.deepEqual(
      view.actions.map(({ label, place }) => [label, place]),
      [
        ['pick', 'select'],
        ['inner', 'set'],
        ['outer', 'card'],
      ],
    )
  })

  it('names the buttons that there are when the wanted one is not', () => {
    const view = card({ type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Next' }] })
    assert.throws(() => findAction(view, 'Back'), /No button Back .*"Next"/)
  })

  it('finds a button by title, expression or test', () => {
    const view = card({ type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Next', verb: 'go' }] })
    for (const wanted of ['Next', /^ne/i, ({ verb }: { verb?: string | undefined }) => verb === 'go']) {
      assert.equal(findAction(view, wanted).label, 'Next')
    }
  })
})

describe('the inputs of a card', () => {
  const choices = [
    { title: 'One', value: '1' },
    { title: 'Two', value: '2' },
  ]
  const filled = (input: object, entries = {}) => fillIn(card({ id: 'x', ...input }).inputs, entries).get('x')
  const errors = (input: object, entry?: string | number | boolean) => {
    const { inputs } = card({ id: 'x', errorMessage: 'wrong', ...input })
    return validateInputs(inputs, fillIn(inputs, entry === undefined ? {} : { x: entry }))
  }
  const wrong = [{ id: 'x', message: 'wrong' }]

  it('hold what the card says until they are touched', () => {
    assert.equal(filled({ type: 'Input.Text', value: 'Ann' }), 'Ann')
    assert.equal(filled({ type: 'Input.Text' }), '')
  })

  it('hold "false" in an untouched toggle', () => {
    assert.equal(filled({ type: 'Input.Toggle' }), 'false')
    assert.equal(filled({ type: 'Input.Toggle' }, { x: true }), 'true')
    assert.equal(filled({ type: 'Input.Toggle', valueOn: 'yes' }, { x: true }), 'yes')
  })

  it('hold numbers as strings, and text untrimmed', () => {
    assert.equal(filled({ type: 'Input.Number' }, { x: 3 }), '3')
    assert.equal(filled({ type: 'Input.Text' }, { x: 'x y ' }), 'x y ')
  })

  it('are found by their label', () => {
    assert.equal(filled({ type: 'Input.Text', label: 'Name' }, { Name: 'Ann' }), 'Ann')
  })

  it('take choices by value or title and join several by commas', () => {
    assert.equal(filled({ type: 'Input.ChoiceSet', choices }, { x: 'Two' }), '2')
    assert.equal(
      filled({ type: 'Input.ChoiceSet', choices, isMultiSelect: true }, { x: ['1', 'Two'] }),
      '1,2',
    )
  })

  it('refuse a choice that there is not', () => {
    assert.throws(() => filled({ type: 'Input.ChoiceSet', choices }, { x: '3' }), /No choice 3 in x/)
    assert.throws(() => filled({ type: 'Input.ChoiceSet', choices }, { x: ['1', '2'] }), /Only one choice/)
  })

  it('refuse what a person cannot fill in', () => {
    assert.throws(() => filled({ type: 'Input.Text' }, { y: '1' }), /No input y/)
    assert.throws(() => filled({ type: 'Input.Text', isVisible: false }, { x: '1' }), /hidden/)
  })

  it('complain about what is required and empty', () => {
    assert.deepEqual(errors({ type: 'Input.Text', isRequired: true }), wrong)
    assert.deepEqual(errors({ type: 'Input.Toggle', isRequired: true }), wrong)
    assert.deepEqual(errors({ type: 'Input.Toggle', isRequired: true }, true), [])
  })

  it('complain about text that does not fit the expression, but not when it is optional and empty', () => {
    assert.deepEqual(errors({ type: 'Input.Text', regex: '^a+$' }, 'b'), wrong)
    assert.deepEqual(errors({ type: 'Input.Text', regex: '^a+$' }), [])
  })

  it('complain about what is too long, too large, too small, too late or no number', () => {
    assert.deepEqual(errors({ type: 'Input.Text', maxLength: 2 }, 'abc'), wrong)
    assert.deepEqual(errors({ type: 'Input.Number', max: 5 }, 6), wrong)
    assert.deepEqual(errors({ type: 'Input.Number', min: 5 }, 4), wrong)
    assert.deepEqual(errors({ type: 'Input.Date', max: '2026-01-01' }, '2026-01-02'), wrong)
    assert.deepEqual(errors({ type: 'Input.Number' }, 'many'), wrong)
    assert.deepEqual(errors({ type: 'Input.Number', min: 5, max: 5 }, 5), [])
  })
})
