import { type JoinCode, readJoinCode } from '../../../src/core/sharing/join-code.ts'
import { shaped } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { obstacleOf, onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import type { Obstacle } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { toCommands } from '../../wording/ways-on.ts'

const codeForm = { code: shaped((text) => readJoinCode(text) !== undefined, 400) }

/** Joins the person's tenant to another company by a code of its authorized people. */
export const joinCompany = guide('join-company', { version: 1 })
  .require(({ world }) => onlyAuthorized(world))
  .ask('code', codeForm, {
    check: ({ code }) => (readJoinCode(code) ? [] : [{ field: 'code', problem: 'join-code' }]),
  })
  .confirm('summary', {
    card: 'summary',
    edit: ['code'],
    view: ({ world: { translations }, answers }) => ({
      view: {
        facts: [{ title: translations.t('join-company.tenant'), value: codeIn(answers)?.tenant ?? '' }],
      },
      warnings: [translations.t('join-company.shared')],
    }),
  })
  .require(({ world, answers }) => join(world, codeIn(answers)))
  .end('receipt', ({ world }) => ({ buttons: toCommands(world, ['my-rewards', 'other-tenants']) }), 'message')

const codeIn = ({ code: { code } }: { readonly code: { readonly code: string } }) => readJoinCode(code)

async function join(world: World, code: JoinCode | undefined): Promise<Obstacle | undefined> {
  const refusal = code ? await world.join(code) : ({ refused: 'code' } as const)
  return refusal && { ...obstacleOf(world, refusal), retry: 'join-company.retry' }
}
