import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { comingBack } from '../../reminders/coming-back.ts'
import { openPage } from '../../wording/portal.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { whatToLookAt } from './conditions.ts'
import { joinAgain, joinable, joinPage, rulesOf, sourcesOf } from './joinable.ts'
import type { Outcome } from './outcome.ts'
import { termDates } from './term-dates.ts'

/** Receipt of the result, with the dates that follow from it. */
export function receipt(world: World, result: Outcome['choice'] = 'later'): Shown {
  return { section: `join-program.receipts.${result}`, ...receipts[result](world) }
}

const receipts: Readonly<Record<Outcome['choice'], (world: World) => Shown>> = {
  'no-cost': (world) => enrolledOn(world, 'no-cost'),
  premium: (world) => enrolledOn(world, 'premium'),
  waiting,
  rejected: (world) => ({
    view: { lines: whatToLookAt(world) },
    sources: sourcesOf(joinable(world), [joinable(world).rules.enrolment]),
    buttons: [
      joinAgain(world, 'join-program.begin-again'),
      openPage(world, 'support', world.translations.t('join-program.pages.support')),
    ],
  }),
  later: (world) => ({
    buttons: [
      joinAgain(world, 'join-program.name'),
      joinPage(world, 'enroll', 'join-program.pages.enroll'),
      ...toCommands(world, ['my-rewards']),
    ],
  }),
}

function enrolledOn(world: World, path: 'no-cost' | 'premium'): Shown {
  return {
    view: { facts: termDates(world), lines: comingBack(world, 'renewal', [path]) },
    sources: sourcesOf(joinable(world), [rulesOf(world, path)?.source ?? '']),
    buttons: toCommands(world, ['check-eligibility', 'my-rewards']),
  }
}

function waiting(world: World): Shown {
  const { company, translations, today } = world
  return {
    textValues: {
      date: translations.date(company.enrollment?.submittedOn ?? today),
      days: joinable(world).enrollment?.verificationBusinessDays,
    },
    view: { lines: comingBack(world, 'verification', ['']) },
    sources: sourcesOf(joinable(world), [joinable(world).rules.verification]),
    buttons: [
      openPage(world, 'legal', translations.t('join-program.pages.legal')),
      ...toCommands(world, ['my-rewards']),
    ],
  }
}
