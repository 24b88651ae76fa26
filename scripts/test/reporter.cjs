// Reports only failures, at once, and writes the counts to the file named by MOCHA_COUNTS.
const { writeFileSync } = require('node:fs')
const Mocha = require('mocha')

const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_RUN_END } = Mocha.Runner.constants

class CountingReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options)
    const counts = { passed: 0, failed: 0, skipped: [] }
    runner.on(EVENT_TEST_PASS, () => counts.passed++)
    runner.on(EVENT_TEST_PENDING, (test) => counts.skipped.push(test.fullTitle()))
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      counts.failed++
      print(test, error)
    })
    runner.once(EVENT_RUN_END, () => writeFileSync(process.env.MOCHA_COUNTS, JSON.stringify(counts)))
  }
}

function print(test, error) {
  console.log(`  ✗ ${test.titlePath().join(' › ')}`)
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' }
  const where = (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line))
  console.log([...message.split('\n'), ...where.slice(0, 3)].map((line) => `    ${line}`).join('\n'))
}

module.exports = CountingReporter
