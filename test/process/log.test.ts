import assert from 'node:assert/strict'
import { createLog } from '../../src/process/log.ts'

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

  it('tells nothing of what an error was about, but what caused it', () => {
    const answers = { phone: 'secret', choice: 'secret' }
    const inner = Object.assign(new Error('the reason'), { code: 'corrupt', argument: 'secret' })
    const dialogContext = { stack: [{ id: 'assign-contact', state: { answers } }] }
    const outer = Object.assign(new Error('in a dialog'), { dialogContext, error: inner })
    const line = lines((log) => log.error({ err: new Error('outermost', { cause: outer }) }, 'a turn broke'))
    assert.doesNotMatch(line, /secret/)
    const { err } = JSON.parse(line)
    assert.deepEqual(
      [err.message, err.cause.message, err.cause.cause.message],
      ['outermost', 'in a dialog', 'the reason'],
    )
    assert.equal(err.cause.cause.code, 'corrupt')
    assert.match(err.cause.cause.stack, /log\.test/)
  })

  it('tells what was thrown that is no error by its type alone', () => {
    assert.deepEqual(JSON.parse(lines((log) => log.error({ err: 'secret' }, 'failed'))).err, {
      type: 'string',
    })
  })

  it('leaves out what is below its level', () => {
    assert.equal(
      lines((log) => log.debug('details')),
      '',
    )
  })
})
