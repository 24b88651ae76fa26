import assert from 'node:assert/strict'
import { createLog } from '../src/log.ts'

const lines = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let written = ''
  write(
    createLog('info', {
      write: (line) => {
        written += line
      },
    }),
  )
  return written
}

describe('the log', () => {
  it('is a line of JSON with what happened', () => {
    const line = lines((log) => log.info({ guide: 'assign-contact', turn: 't1' }, 'turn committed'))
    const { guide, turn, msg } = JSON.parse(line)
    assert.deepEqual([guide, turn, msg], ['assign-contact', 't1', 'turn committed'])
  })

  it('has no message text, name or e-mail address, however deep they stand', () => {
    const personal = { text: 'secret', name: 'secret', email: 'secret', value: { any: 'secret' } }
    const line = lines((log) =>
      log.info({ ...personal, turn: { ...personal, from: 'secret', nested: personal } }, 'done'),
    )
    assert.doesNotMatch(line, /secret/)
    assert.match(line, /done/)
  })

  it('tells an error with its stack', () => {
    assert.match(
      lines((log) => log.error({ err: new Error('broken') }, 'failed')),
      /"stack":"Error: broken/,
    )
  })

  it('leaves out what is below its level', () => {
    assert.equal(
      lines((log) => log.debug('details')),
      '',
    )
  })
})
