import type { Command } from '../../../src/core/company/command.ts'
import { portalVerdicts } from '../../../src/core/company/company-event.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import type { Program } from '../../../src/core/program/program.ts'
import type { Metric } from '../../../src/core/program/program-vocabulary.ts'
import { localized } from '../../../src/core/text/localized.ts'
import { amount, choice, type Filled, optional, pick } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import type { Option } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { openPage } from '../../wording/portal.ts'
import { answerOf, periodOf, whatRulesOut } from './answer.ts'
import {
  isEmpty,
  knownProfiles,
  nothingNamed,
  type Profiles,
  problemsIn,
  profilesForm,
  profilesIn,
  textOf,
} from './profile-entry.ts'

const answer = choice(['yes', 'no', 'unknown'])
const standingForm = { program: pick(), enrolled: answer, liveOffer: answer }
const metricsForm = { solutionValueUsd: optional(amount()), teamsMau: optional(amount()) }
const verdictForm = { choice: choice([...portalVerdicts, 'later']) }

type Standing = { readonly form: Filled<typeof standingForm> }
type Metrics = Filled<typeof metricsForm>

/** Estimates where the company stands in the program, and notes what Partner Center itself says. */
export const checkEligibility = guide('check-eligibility', { version: 1 })
  .ask('form', standingForm, {
    offer: ({ world }) => ({ program: programOptions(world) }),
    prefill: ({ world: { company } }) => ({
      ...company.eligibility?.facts,
      ...(company.eligibility && { program: company.program }),
    }),
  })
  .ask('profiles', profilesForm, {
    view: (scene) => ({
      textValues: { period: periodOf({ translations: scene.world.translations, program: programOf(scene) }) },
      warnings: programOf(scene).tierThresholdsKnown ? [] : [thinProgram(scene.world)],
    }),
    prefill: ({ world }) => ({ listed: knownProfiles(world) }),
    check: (entered, { world, answers: { form } }) =>
      form.liveOffer === 'yes' && isEmpty(entered) ? [nothingNamed] : problemsIn(world, entered),
    refill: (entered, { world }) => ({ listed: textOf(profilesIn(world, entered)) }),
    go: ({ next }) => (next === 'that-is-all' ? undefined : 'again'),
  })
  .askIf('metrics', (scene) => counts(scene, 'solutionValueUsd') || counts(scene, 'teamsMau'), metricsForm, {
    view: (scene) => ({
      view: {
        countsSolutionValue: counts(scene, 'solutionValueUsd'),
        countsTeamsMau: counts(scene, 'teamsMau'),
      },
    }),
    prefill: ({ world: { company } }) => ({
      solutionValueUsd: company.eligibility?.facts.solutionValueUsd?.toString(),
      teamsMau: company.eligibility?.facts.teamsMau?.toString(),
    }),
  })
  .record((scene) => [...moveOf(scene), { type: 'RecordEligibility', facts: factsOf(scene) }])
  .show('answer', ({ world }) => answerOf(world))
  .ask('verdict', verdictForm, {
    card: 'choice',
  })
  .record(({ answers: { verdict } }) =>
    verdict.choice === 'later' ? [] : { type: 'RecordPortalVerdict', verdict: verdict.choice },
  )
  .branch(({ answers: { verdict } }) =>
    verdict.choice === 'not-visible' ? { start: 'program-not-visible' } : { to: verdict.choice },
  )
  .end('eligible', ({ world }) => nextSteps(world), 'message')
  .end('not-eligible', ({ world }) => whyNot(world), 'message')
  .end(
    'later',
    ({ world }) => ({ buttons: [openPage(world, 'rewards'), toGuide(world, 'my-rewards')] }),
    'message',
  )

/** The version that new companies start with, and those that Microsoft moves its members to; only authorized people move it. */
function programOptions(world: World): Option[] {
  const { programs, translations, program: current } = world
  const named = (program: Program): Option[] => [
    { value: program.id, title: localized(program.name, translations.language) },
    ...(program.successor === undefined ? [] : named(programs.of(program.successor))),
  ]
  const offered = onlyAuthorized(world)
    ? [{ value: current.id, title: localized(current.name, translations.language) }]
    : named(programs.default)
  return [...offered, { value: 'unknown', title: translations.t('common.options.unknown') }]
}

/** The program that the person named, else the one that the company is in. */
function programOf({ world, answers: { form } }: StepContext<Standing>): Program {
  return world.programs.byId.get(form.program) ?? world.program
}

function moveOf(scene: StepContext<Standing>): Command[] {
  const { id } = programOf(scene)
  return id === scene.world.company.program ? [] : [{ type: 'ChangeProgram', to: id }]
}

function counts(scene: StepContext<Standing>, metric: Metric): boolean {
  return programOf(scene).metrics.includes(metric)
}

function thinProgram({ translations }: World): string {
  return translations.t('check-eligibility.profiles.thin')
}

/** What was recorded before stays where this program does not ask for it. */
function factsOf(scene: StepContext<Standing & { profiles: Profiles; metrics: Metrics | undefined }>): Facts {
  const { world, answers } = scene
  const before: Partial<Facts> = world.company.eligibility?.facts ?? {}
  const { liveOfferSince, membership } = before
  const metric = (name: 'solutionValueUsd' | 'teamsMau') =>
    counts(scene, name) ? answers.metrics?.[name] : before[name]
  const [solutionValueUsd, teamsMau] = [metric('solutionValueUsd'), metric('teamsMau')]
  return {
    enrolled: answers.form.enrolled,
    liveOffer: answers.form.liveOffer,
    profiles: profilesIn(world, answers.profiles).flatMap(({ profile }) => profile ?? []),
    ...(solutionValueUsd !== undefined && { solutionValueUsd }),
    ...(teamsMau !== undefined && { teamsMau }),
    ...(liveOfferSince && answers.form.liveOffer === 'yes' && { liveOfferSince }),
    ...(membership && { membership }),
  }
}

function nextSteps(world: World) {
  const needsContact = world.company.contact === undefined
  return {
    view: {
      lines: [
        ...(needsContact ? [world.translations.t('check-eligibility.eligible.contact-first')] : []),
        world.translations.t('check-eligibility.eligible.activate'),
      ],
    },
    buttons: [
      ...(needsContact ? [toGuide(world, 'assign-contact')] : []),
      toGuide(world, 'activate-benefits'),
      toGuide(world, 'my-rewards'),
    ],
  }
}

function whyNot(world: World) {
  const { translations } = world
  const reasons = whatRulesOut(world)
  const agrees = translations.t('check-eligibility.not-eligible.expected', { reasons: reasons.join(' ') })
  return {
    view: {
      lines: [
        reasons.length > 0 ? agrees : translations.t('check-eligibility.not-eligible.unexpected'),
        translations.t('check-eligibility.not-eligible.support'),
      ],
    },
    buttons: [
      openPage(world, 'support', translations.t('check-eligibility.not-eligible.open-support')),
      toGuide(world, 'program-not-visible'),
      toGuide(world, 'my-rewards'),
    ],
  }
}

const toGuide = ({ translations }: World, id: string) => ({ title: translations.t(`${id}.name`), run: id })
