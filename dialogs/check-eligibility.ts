import { portalVerdicts } from '../src/core/company-event.ts'
import type { Facts, PublisherProfile } from '../src/core/facts.ts'
import { localized } from '../src/core/localized.ts'
import type { Metric, Program } from '../src/core/program.ts'
import { answerOf, periodOf, whatRulesOut } from './eligibility-answer.ts'
import { amount, choice, type Filled, line, lines, optional, pick } from './form.ts'
import { guide, type Scene } from './guide.ts'
import { openPage } from './portal.ts'
import {
  isProfileLine,
  type ProfileLine,
  readProfile,
  readProfiles,
  writeProfile,
} from './publisher-profiles.ts'
import type { Option, Problem } from './show.ts'
import type { World } from './world.ts'

const answer = choice(['yes', 'no', 'unknown'])
const standingForm = { program: pick(), enrolled: answer, liveOffer: answer }
const profilesForm = {
  next: optional(choice(['add', 'that-is-all'])),
  name: optional(line()),
  pricing: optional(
    choice([
      'contact-me',
      'byol',
      'free-trial',
      'test-drive',
      'get-it-now',
      'consulting-service',
      'transact',
    ]),
  ),
  offering: optional(choice(['software', 'services'])),
  sales: optional(line(40)),
  listed: lines(4000, isProfileLine),
}
const metricsForm = { solutionValueUsd: optional(amount()), teamsMau: optional(amount()) }
const verdictForm = { choice: choice([...portalVerdicts, 'later']) }

type Standing = { readonly form: Filled<typeof standingForm> }
type Profiles = Filled<typeof profilesForm>
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
      says: { period: periodOf({ speech: scene.world.speech, program: programOf(scene) }) },
      warnings: programOf(scene).tierThresholdsKnown ? [] : [thinProgram(scene.world)],
    }),
    prefill: ({ world }) => ({ listed: knownProfiles(world) }),
    check: (entered, { world }) => problemsOf(world, entered),
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
  .record((scene) => [
    { type: 'ChangeProgram', to: programOf(scene).id },
    { type: 'RecordEligibility', facts: factsOf(scene) },
  ])
  .show('answer', ({ world }) => answerOf(world))
  .ask('verdict', verdictForm, {
    card: 'choice',
    go: (verdict) => (verdict.choice === 'later' ? { to: 'later' } : undefined),
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

/** The version that new companies start with, and those that Microsoft moves its members to. */
function programOptions({ programs, speech }: World): Option[] {
  const named = (program: Program): Option[] => [
    { value: program.id, title: localized(program.name, speech.language) },
    ...(program.successor === undefined ? [] : named(programs.of(program.successor))),
  ]
  return [...named(programs.default), { value: 'unknown', title: speech.t('common.options.unknown') }]
}

/** The program that the person named, else the one that the company is in. */
function programOf({ world, answers: { form } }: Scene<Standing>): Program {
  return world.programs.byId.get(form.program) ?? world.program
}

function counts(scene: Scene<Standing>, metric: Metric): boolean {
  return programOf(scene).metrics.includes(metric)
}

function thinProgram({ speech }: World): string {
  return speech.t('check-eligibility.profiles.thin')
}

/** What was recorded before stays where this program does not ask for it. */
function factsOf(scene: Scene<Standing & { profiles: Profiles; metrics: Metrics | undefined }>): Facts {
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

function isEntered({ name, pricing, sales }: Profiles): boolean {
  return [name, pricing, sales].some((each) => each !== undefined)
}

/** The profile in the inputs, in the words of a line. */
function entryOf({ speech }: World, { name = '', pricing, offering, sales = '' }: Profiles) {
  const title = (field: string, value: string | undefined) =>
    value === undefined ? '' : speech.t(`check-eligibility.profiles.options.${field}.${value}`)
  return { name, pricing: title('pricing', pricing), offering: title('offering', offering), sales }
}

/** The list, and below it the profile that was just entered. */
function profilesIn(world: World, entered: Profiles): ProfileLine[] {
  const entry = isEntered(entered) ? writeProfile(entryOf(world, entered)) : ''
  return readProfiles([entered.listed ?? '', entry].join('\n'))
}

const textOf = (profiles: readonly ProfileLine[]) => profiles.map(({ text }) => text).join('\n')

/** The button is not kept as pressed, so that another line can be typed. */
function problemsOf(world: World, entered: Profiles): Problem[] {
  const inLines = readProfiles(entered.listed ?? '').flatMap((line) =>
    line.profile ? [] : [unreadable(world, line.text, line.problem)],
  )
  const inEntry = whatIsWrong(world, entered).map((problem) => ({ problem }))
  return [...inLines, ...inEntry].map((problem) => ({ ...problem, field: 'next', instead: '' }))
}

function unreadable({ speech }: World, line: string, problem: string): Problem {
  return { problem: 'profile-line', values: { line, why: speech.t(`problems.${problem}`) } }
}

function whatIsWrong(world: World, entered: Profiles): string[] {
  if (!isEntered(entered)) return entered.next === 'add' && !entered.listed ? ['profile-name'] : []
  const entry = readProfile(entryOf(world, entered))
  return entry.profile ? [] : [entry.problem]
}

/** The profiles of the last check, as lines. */
function knownProfiles(world: World): string {
  const profiles = world.company.eligibility?.facts.profiles ?? []
  return profiles.map((profile) => writeProfile(wordsFor(world, profile))).join('\n')
}

function wordsFor(
  { speech }: World,
  { name, listingClass, countedAs, offering, billedSalesUsd }: PublisherProfile,
) {
  const trade = { byol: 'byol', free: 'get-it-now' } as const
  const own = 'check-eligibility.profiles.options'
  return {
    name,
    pricing: speech.t(
      countedAs ? `${own}.pricing.${trade[countedAs]}` : `check-eligibility.classes.${listingClass}`,
    ),
    offering: offering ? speech.t(`${own}.offering.${offering}`) : '',
    sales: speech.money(billedSalesUsd),
  }
}

function nextSteps(world: World) {
  const needsContact = world.company.contact === undefined
  return {
    view: {
      lines: [
        ...(needsContact ? [world.speech.t('check-eligibility.eligible.contact-first')] : []),
        world.speech.t('check-eligibility.eligible.activate'),
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
  const { speech } = world
  const reasons = whatRulesOut(world)
  const agrees = speech.t('check-eligibility.not-eligible.expected', { reasons: reasons.join(' ') })
  return {
    view: {
      lines: [
        reasons.length > 0 ? agrees : speech.t('check-eligibility.not-eligible.unexpected'),
        speech.t('check-eligibility.not-eligible.support'),
      ],
    },
    buttons: [
      openPage(world, 'support', speech.t('check-eligibility.not-eligible.open-support')),
      toGuide(world, 'program-not-visible'),
      toGuide(world, 'my-rewards'),
    ],
  }
}

const toGuide = ({ speech }: World, id: string) => ({ title: speech.t(`${id}.name`), run: id })
