import { lacksMembership } from '../../../src/core/benefits/request-decision.ts'
import { phases, solutions } from '../../../src/core/company/company-event.ts'
import { agreements } from '../../../src/core/program/program-vocabulary.ts'
import { choice, line, optional, paragraph, pick } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import type { Option, Shown } from '../../engine/render.ts'
import type { Go, Obstacle, StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { extensionNote } from '../../inputs/phone.ts'
import { countries, languageOptions } from '../../inputs/places.ts'
import { mayNot } from '../../inputs/role.ts'
import { timeZoneOptions } from '../../inputs/time-zone.ts'
import { openPage, otherPage, screenNote } from '../../wording/portal.ts'
import { receipt } from './receipt.ts'
import {
  copyText,
  detailsOf,
  factsOf,
  lastPlace,
  problemsOf,
  unanswered,
  withoutCaseNumber,
  zonesToChoose,
} from './request.ts'
import { interestOptions, isExcluded, sponsorshipRequest, verdictOn, whatComesNext } from './sponsorship.ts'

/** The ways into the guide, and the step where each begins; the request is what follows. */
const ways: Readonly<Record<string, Go | undefined>> = {
  request: undefined,
  sponsorship: { to: 'agreement' },
  'case-number': { to: 'case' },
  answered: { to: 'answered' },
}
const whatForm = { choice: pick() }
const needForm = {
  phase: choice(phases),
  solution: choice(solutions),
  product: line(),
  title: line(),
  description: paragraph(2000),
}
const reachForm = { country: pick(), phone: line(60), language: pick(), timeZone: optional(line(60)) }
const isRequest = ({ answers }: StepContext<{ what: { choice: string } }>) =>
  answers.what.choice === 'request'
const sentForm = { done: choice(['done']), caseNumber: optional(line(40)) }
const caseForm = { request: pick(), caseNumber: line(40) }

/** Asks Microsoft for technical help, or for Azure sponsorship; keeps the number of the case. */
export const technicalHelp = guide('technical-help', { version: 1 })
  .ask('what', whatForm, {
    card: 'choice',
    offer: ({ world }) => ({ choice: thingsToDo(world) }),
    go: ({ choice }) => ways[choice],
  })
  .require((scene) => mayNot(scene, 'requestTechnicalHelp') ?? needsMembership(scene))
  .askIf('need', isRequest, needForm)
  .askIf('reach', isRequest, reachForm, {
    offer: ({ world }) => ({
      country: countries(world.translations),
      language: languageOptions(world.translations, world.program.contactRules.languages),
    }),
    prefill: ({ world }) => lastPlace(world),
    check: problemsOf,
    go: (reach) => (zonesToChoose(reach).length > 1 ? { to: 'zone' } : undefined),
  })
  .askIf(
    'zone',
    ({ answers }) => zonesToChoose(answers.reach).length > 1,
    { choice: pick() },
    {
      offer: ({ world, answers }) => ({ choice: timeZoneOptions(answers.reach?.country ?? '', world.now) }),
    },
  )
  .confirm('summary', {
    card: 'summary',
    edit: ['need', 'reach'],
    view: ({ world, answers }) => ({
      view: { facts: factsOf(world, detailsOf(answers)) },
      sources: [world.program.rules.technicalHelp],
    }),
  })
  .askIf('steps', isRequest, sentForm, {
    view: ({ world, answers }) => ({
      warnings: extensionNote(world.translations, detailsOf(answers)),
      view: {
        copy: factsOf(world, detailsOf(answers)).filter(({ field }) => field !== 'description'),
        paste: copyText(world, detailsOf(answers)),
        screen: screenNote(world, ['submitRequest']),
      },
      buttons: [openPage(world, 'technicalRequest'), ...otherPage(world, 'technicalRequest')],
    }),
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

  .askIf('case', ({ answers }) => answers.what.choice === 'case-number', caseForm, {
    offer: ({ world }) => ({ request: withoutCaseNumber(world) }),
    prefill: ({ world }) => ({ request: withoutCaseNumber(world).at(-1)?.value }),
  })
  .record(({ answers: { case: noted } }) =>
    noted ? { type: 'RecordCaseNumber', request: noted.request, caseNumber: noted.caseNumber } : [],
  )
  .end(
    'case-noted',
    ({ world, answers }) => ({
      textValues: { caseNumber: answers.case?.caseNumber },
      buttons: [{ title: world.translations.t('my-rewards.name'), run: 'my-rewards' }],
    }),
    'message',
  )

  .askIf(
    'answered',
    ({ answers }) => answers.what.choice === 'answered',
    { choice: pick() },
    { card: 'pick-one', takeOnly: true, offer: ({ world }) => ({ choice: unanswered(world) }) },
  )
  .record(({ answers: { answered } }) => (answered ? { type: 'RecordAnswer', request: answered.choice } : []))
  .end('answered-noted', ({ world, answers }) => whichOne(world, answers.answered?.choice), 'message')

  .askIf(
    'agreement',
    ({ answers }) => answers.what.choice === 'sponsorship',
    { choice: choice(agreements) },
    {
      card: 'pick-one',
      view: ({ world }) => ({ sources: [world.program.rules.sponsorship] }),
      go: ({ choice }, { world }) => (isExcluded(world, choice) ? { to: 'excluded' } : undefined),
    },
  )
  .askIf(
    'interest',
    ({ answers }) => answers.agreement !== undefined,
    { choice: pick() },
    {
      card: 'choice',
      view: ({ world, answers }) => verdictOn(world, answers.agreement?.choice ?? 'unknown'),
      offer: ({ world }) => ({ choice: interestOptions(world) }),
      go: ({ choice }) => (choice === 'note' ? undefined : { to: 'known' }),
    },
  )
  .record(({ world, answers }) => sponsorshipRequest(world, answers.agreement?.choice ?? 'unknown'))
  .end('noted', ({ world }) => whatComesNext(world), 'message')
  .end('known', ({ world }) => whatComesNext(world), 'message')
  .end(
    'excluded',
    ({ world, answers }) => verdictOn(world, answers.agreement?.choice ?? 'unknown'),
    'message',
  )

function thingsToDo(world: World): Option[] {
  const isPossible: Readonly<Record<string, boolean>> = {
    'case-number': withoutCaseNumber(world).length > 0,
    answered: unanswered(world).length > 0,
  }
  return Object.keys(ways)
    .filter((value) => isPossible[value] ?? true)
    .map((value) => ({ value, title: world.translations.t(`technical-help.what.options.choice.${value}`) }))
}

function whichOne({ company }: World, id: string | undefined): Shown {
  return { textValues: { title: company.requests.find((each) => each.id === id)?.title } }
}

function needsMembership({ world }: StepContext<object>): Obstacle | undefined {
  if (!lacksMembership(world.company)) return undefined
  const buttons = [openPage(world, 'technicalBenefits')]
  return { reason: 'membership-needed', shown: { buttons } }
}
