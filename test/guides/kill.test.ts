import assert from 'node:assert/strict'
import { languages } from '../../locales/index.ts'
import type { CompanyEvent } from '../../src/core/company/company-event.ts'
import { type CompiledBot, compileBot } from '../support/bot/compiled-bot.ts'
import { Crowd } from './crowd.ts'
import { type Script, scriptsIn } from './scripts.ts'

type Recorded = ReadonlyMap<Script, readonly CompanyEvent['type'][]>

const scripts = languages.flatMap(scriptsIn)

const kills: Readonly<Record<string, (crowd: Crowd) => Promise<void>>> = {
  'after its answer in English, before its answer is out in French': (crowd) =>
    crowd.isKilledAtEachAnswer(({ language }) => language === 'fr'),
  'in the middle of the turn': (crowd) => crowd.isKilledInEachTurn(),
}

describe('a bot that is killed at each step', function () {
  this.timeout(500_000)
  let compiled: CompiledBot
  let outcomes: ReadonlyMap<string, PromiseSettledResult<Recorded>>

  const recordedIn = async (goThrough: (crowd: Crowd) => Promise<void>): Promise<Recorded> => {
    const crowd = await Crowd.of(scripts, compiled.command)
    try {
      await goThrough(crowd)
      return await crowd.recorded()
    } finally {
      await crowd.end()
    }
  }

  // At the same time: most of it is waiting for a process that starts.
  before(async () => {
    compiled = await compileBot()
    const settled = await Promise.allSettled(Object.values(kills).map(recordedIn))
    outcomes = new Map(
      Object.keys(kills).flatMap((when, index) => {
        const outcome = settled[index]
        return outcome ? [[when, outcome]] : []
      }),
    )
  })
  after(() => compiled.discard())

  for (const when of Object.keys(kills))
    describe(when, () => {
      let recorded: Recorded

      before(() => {
        const outcome = outcomes.get(when)
        if (outcome?.status !== 'fulfilled') throw outcome?.reason
        recorded = outcome.value
      })

      for (const script of scripts)
        it(`goes on, and has recorded everything once: ${script.guide} in ${script.language}`, () => {
          assert.deepEqual(recorded.get(script), script.records)
        })
    })
})
