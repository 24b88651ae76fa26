import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import { benefitsToFollow, chooseForm, newsNamed, nothingToFollow } from './benefit-to-follow.ts'
import { closing, sureForm } from './closing.ts'
import { isFinal, isNothing, lastNoted, newState, newsForm, newsOptions } from './news.ts'
import { nothingHeard } from './nothing-heard.ts'
import { followUpReceipt } from './receipt.ts'

/** Asks for the progress of an activated benefit. */
export const followUp = guide('follow-up', {
  version: 1,
  rank: 40,
  reads: newsNamed,
  reminds: ['contact', 'expiry'],
})
  .require(({ world }) => nothingToFollow(world))
  .ask('choose', chooseForm, {
    card: 'pick-one',
    takeOnly: true,
    takesNamed: true,
    offer: ({ world }) => ({ choice: benefitsToFollow(world) }),
  })
  .ask('news', newsForm, {
    card: 'choice',
    view: lastNoted,
    offer: (scene) => ({ choice: newsOptions(scene) }),
    go: (news) => (isNothing(news) ? { to: 'nothing-heard' } : undefined),
  })
  .require((scene) => (newState(scene) === 'withdrawn' ? onlyAuthorized(scene.world) : undefined))
  .askIf('sure', isFinal, sureForm, { card: 'summary', view: closing })
  .record((scene) => {
    const state = newState(scene)
    return state ? { type: 'UpdateBenefit', benefit: scene.answers.choose.choice, state } : []
  })
  .end('receipt', ({ world, answers }) => followUpReceipt(world, answers.choose.choice), 'message')
  .end('nothing-heard', ({ world, answers }) => nothingHeard(world, answers.choose.choice), 'advice')
