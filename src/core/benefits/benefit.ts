import { valuesWhere } from '../collections/values-where.ts'
import type { BenefitRecord, Company } from '../company/company.ts'
import { estimate } from '../eligibility/eligibility.ts'
import { fitsListing } from '../eligibility/listing-fit.ts'
import { isOutside, portalSays } from '../eligibility/portal-verdict.ts'
import { isReached, neededStage } from '../enrollment/stages.ts'
import { companyFacts, isEnrolled, pathOf, stageOf } from '../enrollment/standing.ts'
import type { BenefitDefinition, Prerequisite, Recurrence } from '../program/benefit-definition.ts'
import { permission } from '../program/permission.ts'
import type { Program } from '../program/program.ts'
import { stages } from '../program/program-vocabulary.ts'
import { anniversary, type PlainDate } from '../time/calendar.ts'
import { type Asking, actionFor, type Case } from './benefit-case.ts'
import { recurrenceOf, renewsOn } from './benefit-dates.ts'
import type { BenefitStanding, LockReason } from './benefit-standing.ts'
import { cautions } from './cautions.ts'

/** Returns the state of every benefit of the program version, in the program's order. */
export function standing(company: Company, program: Program, asking: Asking): BenefitStanding[] {
  const facts = companyFacts(company)
  const shared = {
    ...asking,
    company,
    program,
    estimate: facts && estimate(program, facts, pathOf(company)),
    portalEligible: portalSays(company, 'eligible'),
  }
  return program.benefits.map((benefit) => standingWith({ ...shared, benefit }))
}

function standingWith(each: Case): BenefitStanding {
  const { benefit, company, today } = each
  const record = company.benefits[benefit.id]
  if (record && isActive(record, each, today)) return { state: 'active', benefit, record }
  const reasons = lockReasons(each)
  return reasons.length > 0
    ? { state: 'locked', benefit, reasons }
    : { state: 'available', benefit, cautions: cautions(each) }
}

const ongoing: readonly string[] = ['activated', 'contacted', 'in-progress']

const isActive = (record: BenefitRecord, each: Case, today: PlainDate): boolean =>
  ongoing.includes(record.state) && !isExpired(record, today) && !isRenewed(record, each, today)

const isExpired = ({ expiresOn }: BenefitRecord, today: PlainDate): boolean =>
  expiresOn !== undefined && expiresOn < today

function isRenewed(record: BenefitRecord, each: Case, today: PlainDate): boolean {
  const on = renewal(record, each)
  return on !== undefined && on <= today
}

/** The stored date, or the date by today's rules for an activation stored without one. */
const renewal = (record: BenefitRecord, { benefit, company, estimate }: Case): PlainDate | undefined =>
  record.renewsOn ??
  nextTerm(record, benefit, company) ??
  renewsOn(benefit, estimate?.listingClasses ?? [], record.activatedOn, company.anniversary)

function lockReasons(each: Case): LockReason[] {
  return [
    ...companyReasons(each),
    ...enrollmentReasons(each),
    ...thresholdReasons(each),
    ...usageReasons(each),
    ...contactReasons(each),
    ...roleReasons(each),
  ]
}

function companyReasons(each: Case): LockReason[] {
  const { benefit, company, portalEligible } = each
  const facts = company.eligibility?.facts
  const needs = (prerequisite: BenefitDefinition['prerequisites'][number]) =>
    benefit.prerequisites.includes(prerequisite)
  const ruledOut = each.estimate?.ruledOut.map(({ code }) => code) ?? []
  return valuesWhere<LockReason>([
    [benefit.access === 'assigned', { code: 'assigned-by-microsoft' }],
    [benefit.access === 'status', { code: 'reached-by-status' }],
    [benefit.access === 'unpublished', { code: 'way-unpublished' }],
    [needs('enrolled') && portalSays(company, 'not-eligible'), { code: 'portal-not-eligible' }],
    [needs('enrolled') && isOutside(company), { code: 'not-enrolled' }],
    [needs('live-offer') && !portalEligible && facts?.liveOffer === 'no', { code: 'no-live-offer' }],
    [needs('enrolled') && !portalEligible && ruledOut.includes('services-only'), { code: 'services-only' }],
    [needs('membership') && facts?.membership === 'no', { code: 'membership-needed' }],
  ])
}

/** Eligibility in the portal opens the program, not every tier: benefits unlocked by sales still need an estimate. */
function thresholdReasons({ benefit, company, program, estimate, portalEligible }: Case): LockReason[] {
  const unlockUsd = benefit.unlockUsd ?? 0
  const isTold = program.enrollment !== undefined && isEnrolled(company) === 'yes'
  const guarded = benefit.prerequisites.includes('enrolled') && !isTold
  const isLater = program.enrollment !== undefined && !isReached(neededStage(benefit) ?? stages[0], stages[0])
  if (estimate === undefined)
    return valuesWhere<LockReason>([
      [(guarded && !portalEligible) || unlockUsd > 0 || isLater, { code: 'no-estimate' }],
    ])
  const tier = program.tiers.find(({ minimumUsd }) => minimumUsd === benefit.unlockUsd)?.id ?? ''
  const missingUsd = unlockUsd - estimate.countedUsd
  const needsClass = benefit.prerequisites.includes('enrolled')
  const classFits = fitsListing(program, benefit, estimate.listingClasses)
  return valuesWhere<LockReason>([
    [missingUsd > 0, { code: 'tier', unlockUsd, missingUsd, tier }],
    [!classFits && needsClass, { code: 'listing-class', needed: benefit.listingClasses }],
  ])
}

/** Reasons by path, stage and designation, for programs that companies enroll in. */
function enrollmentReasons({ benefit, company, program, estimate }: Case): LockReason[] {
  if (!program.enrollment) return []
  const facts = companyFacts(company)
  const path = pathOf(company)
  const needs = (prerequisite: Prerequisite) => benefit.prerequisites.includes(prerequisite)
  const stage = neededStage(benefit)
  const lacksStage = stage !== undefined && facts !== undefined && !isReached(stage, stageOf(facts))
  return valuesWhere<LockReason>([
    [benefit.paths !== undefined && !benefit.paths.some((each) => each === path), pathReason(benefit)],
    [lacksStage, { code: 'stage', stage: stage ?? 'grow' }],
    [
      needs('software-designation') && facts?.softwareDesignation !== 'yes',
      { code: 'software-designation-needed' },
    ],
    [needs('top-tier') && estimate?.tier !== program.tiers.at(-1), { code: 'top-tier-needed' }],
  ])
}

const pathReason = ({ paths = [] }: BenefitDefinition): LockReason => ({ code: 'path', paths })

/** Recurrences that use a benefit up. */
const limited: readonly Recurrence[] = ['once', 'yearly', 'term']

/** First day of the term after an activation, for benefits of a term whose day of enrollment is known. */
function nextTerm(
  { activatedOn }: BenefitRecord,
  { recurrence }: BenefitDefinition,
  { enrollment }: Company,
): PlainDate | undefined {
  const since = recurrence === 'term' ? enrollment?.enrolledOn : undefined
  return since && anniversary(since, activatedOn)
}

/** Usage of a benefit in its term or year. */
function usageReasons(each: Case): LockReason[] {
  const { benefit, company, estimate, today } = each
  const record = company.benefits[benefit.id]
  const recurrence = recurrenceOf(benefit, estimate?.listingClasses ?? [])
  if (!record || record.state === 'withdrawn' || isRenewed(record, each, today)) return []
  if (!limited.includes(recurrence)) return []
  const renewsOn = renewal(record, each)
  return record.state !== 'completed' && record.expiresOn !== undefined
    ? [{ code: 'expired', expiredOn: record.expiresOn, renewsOn }]
    : [{ code: 'already-used', usedOn: record.activatedOn, renewsOn }]
}

const contactReasons = ({ benefit, company }: Case): LockReason[] =>
  valuesWhere<LockReason>([
    [
      benefit.prerequisites.includes('marketing-contact') && company.contact === undefined,
      { code: 'contact-missing' },
    ],
  ])

function roleReasons({ benefit, program, role }: Case): LockReason[] {
  const action = actionFor[benefit.access]
  if (action === undefined || role === undefined) return []
  const { answer, allowed } = permission(program, action, role)
  return valuesWhere<LockReason>([[answer === 'no', { code: 'role', role, allowed }]])
}
