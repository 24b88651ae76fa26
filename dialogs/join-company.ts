import { type JoinCode, readJoinCode } from '../src/join-code.ts'
import { guide } from './guide.ts'
import { obstacleOf, onlyTeam } from './shared/refusal-obstacle.ts'
import { toCommands } from './shared/ways-on.ts'
import { line } from './steps/form.ts'
import type { Obstacle } from './steps/step.ts'
import type { World } from './world.ts'

const codeForm = { code: line(400) }

/** Has the person's tenant work on another company, by a code that its team made. */
export const joinCompany = guide('join-company', { version: 1 })
  .require(({ world }) => onlyTeam(world))
  .ask('code', codeForm, {
    check: ({ code }) => (readJoinCode(code) ? [] : [{ field: 'code', problem: 'join-code' }]),
  })
  .confirm('summary', {
    card: 'summary',
    edit: ['code'],
    view: ({ world: { speech }, answers }) => ({
      view: {
        facts: [{ title: speech.t('join-company.tenant'), value: codeIn(answers)?.tenant ?? '' }],
      },
      warnings: [speech.t('join-company.shared')],
    }),
  })
  .require(({ world, answers }) => join(world, codeIn(answers)))
  .end('receipt', ({ world }) => ({ buttons: toCommands(world, ['my-rewards', 'other-tenants']) }), 'message')

const codeIn = ({ code: { code } }: { readonly code: { readonly code: string } }) => readJoinCode(code)

async function join(world: World, code: JoinCode | undefined): Promise<Obstacle | undefined> {
  const refusal = code ? await world.join(code) : ({ refused: 'code' } as const)
  return refusal && { ...obstacleOf(world, refusal), retry: 'join-company.retry' }
}
