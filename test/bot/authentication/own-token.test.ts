import assert from 'node:assert/strict'
import { createAuthorise } from '../../../bot/authentication/own-token.ts'
import { type FakeConnector, startConnector } from '../../support/connector/fake-connector.ts'
import { openBench } from '../delivery/proactive-bench.ts'

describe("the bot's own token", () => {
  let now: number
  /** Tells for each token whether it was renewed. */
  let asked: boolean[]
  let version: number
  const getToken = async (isRenewed: boolean) => {
    asked.push(isRenewed)
    if (isRenewed) version += 1
    return `token-${version}`
  }
  beforeEach(() => {
    now = 0
    asked = []
    version = 1
  })
  const authorise = createAuthorise(getToken, () => now)

  it('is kept as long as the channel takes it', async () => {
    now = 100_000
    assert.equal(await authorise('x'), 'Bearer token-1')
    assert.equal(await authorise('x', 'Bearer token-0'), 'Bearer token-1')
    assert.deepEqual(asked, [false, false])
  })

  it('is fetched anew, once for all who were refused', async () => {
    now = 200_000
    const refused = Array.from({ length: 20 }, () => authorise('x', 'Bearer token-1'))
    assert.deepEqual(new Set(await Promise.all(refused)), new Set(['Bearer token-2']))
    assert.deepEqual(
      asked.filter((isRenewed) => isRenewed),
      [true],
    )
  })

  it('is not fetched again and again where a new one is refused too', async () => {
    now = 300_000
    assert.equal(await authorise('x', 'Bearer token-1'), 'Bearer token-2')
    assert.equal(await authorise('x', 'Bearer token-2'), 'Bearer token-2')
    now += 5_000
    assert.equal(await authorise('x', 'Bearer token-2'), 'Bearer token-3')
  })

  it('can be had again after the login service failed', async () => {
    now = 400_000
    const failing = createAuthorise(
      async (isRenewed) => {
        if (isRenewed && now < 410_000) throw new Error('busy')
        return `token-${isRenewed ? 2 : 1}`
      },
      () => now,
    )
    await assert.rejects(failing('x', 'Bearer token-1'), /busy/)
    now = 410_000
    assert.equal(await failing('x', 'Bearer token-1'), 'Bearer token-2')
  })

  describe('that the channel no longer takes', () => {
    let connector: FakeConnector
    beforeEach(async () => {
      connector = await startConnector({ personality: 'teams' })
      connector.world.open({ id: 'chat', kind: 'personal', bot: { id: 'bot' }, people: [{ id: 'ann' }] })
    })
    afterEach(() => connector.close())

    const old = /token-1$/
    const refuseTheOld = () =>
      connector.fail(({ headers }) => old.test(String(headers.authorization)), { status: 401 }, 99)

    for (const kind of ['reply', 'reminder'] as const)
      it(`costs a ${kind} nothing: it is sent at once with a new one`, async () => {
        now = 500_000
        refuseTheOld()
        const bench = openBench({ connector, authorise: createAuthorise(getToken, () => now) })
        await bench.send(bench[kind]('1', 'chat'))
        assert.deepEqual(
          connector.requests.map(({ headers }) => headers.authorization),
          ['Bearer token-1', 'Bearer token-2'],
        )
        assert.deepEqual([bench.acknowledged, bench.hasLost()], [['1'], false])
        await bench.close()
      })
  })
})
