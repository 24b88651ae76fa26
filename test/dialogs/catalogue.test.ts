import assert from 'node:assert/strict'
import { templateNames } from '../../cards/render-template.ts'
import { catalogue } from '../../dialogs/catalogue.ts'

describe('the catalogue', () => {
  it('has guides whose steps all have their card', () => {
    const templates = templateNames()
    const wanted = catalogue.guides.flatMap(({ id, steps }) =>
      steps.flatMap((step) => ('card' in step ? [{ id, card: step.card }] : [])),
    )
    assert.ok(wanted.length > 10)
    assert.deepEqual(
      wanted.filter(({ card }) => !templates.includes(card)),
      [],
    )
  })
})
