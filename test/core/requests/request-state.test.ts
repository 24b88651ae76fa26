import assert from 'node:assert/strict'
import type { Command } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { openSchedules } from '../../../src/core/reminders/open-schedules.ts'
import { stateOf } from '../../../src/core/requests/request-state.ts'
import { request as technical } from '../../support/past/situations.ts'
import { carryOut, fresh, on, rewards } from '../example.ts'

const id = technical.id
const update = (state: 'returned' | 'amended' | 'refused' | 'withdrawn' | 'granted'): Command => ({
  type: 'UpdateRequest',
  request: id,
  state,
})
const answer: Command = { type: 'RecordAnswer', request: id }
const sent = carryOut(fresh(), { type: 'RequestTechnicalHelp', request: technical }, on('2026-03-02'))
const later = (commands: readonly (readonly [string, Command])[]) =>
  commands.reduce((company, [day, command]) => carryOut(company, command, on(day)), sent)
const first = ({ requests }: Company) => requests[0] ?? assert.fail()
const remindersOf = (company: Company) =>
  openSchedules({ company, program: rewards })
    .filter(({ kind }) => kind === 'technical')
    .map(({ key, stages: [{ on: day }] }) => `${key} ${day}`)

describe('a technical request', () => {
  it('is sent when it is recorded, and needs no state for that', () => {
    assert.deepEqual([first(sent).state, stateOf(first(sent))], [undefined, 'sent'])
    assert.deepEqual(remindersOf(sent), [`technical|${id}|2026-03-02 2026-03-04`])
  })

  for (const state of ['returned', 'refused', 'withdrawn'] as const)
    it(`is awaited no more once it is ${state}`, () => {
      const company = later([['2026-03-03', update(state)]])
      assert.deepEqual([stateOf(first(company)), remindersOf(company)], [state, []])
    })

  it('is awaited anew when it was amended: the answer date and its reminder begin again', () => {
    const company = later([
      ['2026-03-03', update('returned')],
      ['2026-03-06', update('amended')],
    ])
    assert.equal(first(company).answerBy, '2026-03-10')
    assert.deepEqual(remindersOf(company), [`technical|${id}|2026-03-06 2026-03-10`])
  })

  it('can be answered once it was amended, and not while it is returned', () => {
    const returned = later([['2026-03-03', update('returned')]])
    assert.deepEqual(decide(returned, answer, on('2026-03-04')), {
      refused: 'request-changed',
      request: id,
      from: 'returned',
      to: 'answered',
    })
    const amended = carryOut(returned, update('amended'), on('2026-03-05'))
    const answered = carryOut(amended, answer, on('2026-03-06'))
    assert.deepEqual([stateOf(first(answered)), remindersOf(answered)], ['answered', []])
  })

  it('changes no more once it is refused, withdrawn or answered', () => {
    for (const end of [update('refused'), update('withdrawn'), answer]) {
      const company = later([['2026-03-03', end]])
      const decision = decide(company, update('returned'), on('2026-03-04'))
      assert.equal('refused' in decision && decision.refused, 'request-changed')
    }
  })

  it('is never granted', () => {
    assert.equal('refused' in decide(sent, update('granted'), on('2026-03-04')), true)
  })

  it('is not found under another id', () => {
    assert.deepEqual(decide(fresh(), update('returned'), on('2026-03-04')), {
      refused: 'unknown-request',
      request: id,
    })
  })

  it('keeps a state that is recorded twice', () => {
    const returned = later([['2026-03-03', update('returned')]])
    assert.deepEqual(decide(returned, update('returned'), on('2026-03-04')), { events: [] })
  })
})
