import { guide } from '../../engine/guide.ts'
import { obstacleOf } from '../../engine/refusal-obstacle.ts'
import { candidateOptions } from './candidates.ts'
import {
  chosenIn,
  explained,
  membersForm,
  membersNow,
  membersProblems,
  membersToConfirm,
  namedMembers,
  outsideForm,
  receipt,
} from './members.ts'
import { isOutside, mayAsk, mayOnlyAsk } from './standing.ts'

/**
 * Names who speaks for the company. The first person names them, they change the list, and others ask to be on it.
 * Stored drafts, half-done dialogs and sent cards have its id, which is from when it was called the rewards team.
 */
export const authorizedPeople = guide('rewards-team', { version: 1, reminds: ['team-asked'] })
  .require(({ world }) => (mayOnlyAsk(world) ? obstacleOf(world, { refused: 'guest' }) : undefined))
  .askIf('outside', mayAsk, outsideForm, {
    card: 'choice',
    view: ({ world }) => ({ textValues: { who: namedMembers(world) } }),
  })
  .record(({ answers: { outside } }) => (outside ? { type: 'AskForTeam' } : []))
  .branch(({ world }) => (isOutside(world) ? undefined : { to: 'choose' }))
  .end('asked', ({ world }) => receipt(world), 'message')
  .ask('choose', membersForm, {
    view: ({ world }) => explained(world),
    offer: ({ world }) => ({ members: candidateOptions(world) }),
    prefill: ({ world }) => ({ members: membersNow(world).join(',') }),
    check: membersProblems,
  })
  .confirm('summary', {
    card: 'summary',
    edit: ['choose'],
    view: membersToConfirm,
  })
  // Whoever was chosen may be deleted by now.
  .branch((scene) => (chosenIn(scene).length === 0 ? { to: 'choose' } : undefined))
  .record((scene) => ({ type: 'NameTeam', members: chosenIn(scene) }))
  .end('receipt', ({ world }) => receipt(world), 'message')
