import { part } from '../../../engine/guide.ts'
import { mayNot } from '../../../inputs/role.ts'
import { isFor, whatForm } from '../what-to-do.ts'
import { detailsOf, requestToConfirm } from './details.ts'
import { needsMembership } from './membership.ts'
import { needForm } from './need.ts'
import {
  hasSeveralZones,
  lastPlace,
  reachForm,
  reachOptions,
  reachProblems,
  zoneForm,
  zoneOptions,
} from './reach.ts'
import { receipt } from './receipt.ts'
import { howToSend, sentForm } from './sending.ts'

/** Guides a request for technical help: topic, contact data, and sending in Partner Center. */
export const request = part('technical-help')
  .given('what', whatForm)
  .require((scene) => mayNot(scene, 'requestTechnicalHelp') ?? needsMembership(scene.world))
  .askIf('need', isFor('request'), needForm)
  .askIf('reach', isFor('request'), reachForm, {
    offer: ({ world }) => reachOptions(world),
    prefill: ({ world }) => lastPlace(world),
    check: reachProblems,
    go: (reach) => (hasSeveralZones(reach) ? { to: 'zone' } : undefined),
  })
  .askIf('zone', ({ answers }) => hasSeveralZones(answers.reach), zoneForm, {
    offer: ({ world, answers }) => ({ choice: zoneOptions(world, answers.reach) }),
  })
  .confirm('summary', {
    edit: ['need', 'reach'],
    view: ({ world, answers }) => requestToConfirm(world, answers),
  })
  .askIf('steps', isFor('request'), sentForm, {
    view: ({ world, answers }) => howToSend(world, answers),
  })
  .record(({ world, answers }) => ({
    type: 'RequestTechnicalHelp',
    request: {
      ...detailsOf(answers),
      kind: 'technical',
      id: world.newId(),
      ...(answers.steps?.caseNumber && { caseNumber: answers.steps.caseNumber }),
    },
  }))
  .end('receipt', ({ world }) => receipt(world), 'message')
