import { z } from 'zod'

/** Amounts that decide the tier. */
export const metrics = ['billedSalesUsd', 'solutionValueUsd', 'teamsMau'] as const
export type Metric = (typeof metrics)[number]

/** Actions that need a Partner Center role. */
export const actions = [
  'enroll',
  'checkEligibility',
  'assignContact',
  'activateBenefit',
  'requestTechnicalHelp',
  'associateTenant',
] as const
export type Action = (typeof actions)[number]

/** Keys of the program's links. */
export const linkKeys = [
  'home',
  /** Status of the enrollment, and results of the program. */
  'rewards',
  /** Where a company begins its enrollment. */
  'enroll',
  'benefits',
  'marketingBenefits',
  'technicalBenefits',
  'technicalRequest',
  'tenants',
  'users',
  'account',
  'identifiers',
  'legal',
  'notifications',
  'support',
  'marketplace',
  'toolkit',
  'deck',
  'sponsorshipFaq',
  'docs',
  'benefitsDocs',
  'tenantDocs',
  'rolesDocs',
] as const
export type LinkKey = (typeof linkKeys)[number]

/** Keys of the portal's buttons. */
export const buttonKeys = [
  'enroll',
  'benefitsTab',
  'viewAllBenefits',
  'editContact',
  'assignUser',
  'activate',
  'submitRequest',
  'settings',
  'accountSettings',
  'tenants',
  'partnerTab',
  'associateTenant',
  'confirmTenant',
  'returnToTenants',
  'userManagement',
  'addUser',
  'identifiers',
  'viewPermissions',
] as const
export type ButtonKey = (typeof buttonKeys)[number]

/** Rules behind estimates and refusals; each names its source. */
export const ruleKeys = [
  'enrolment',
  'liveOffer',
  'profiles',
  'servicesOnly',
  'byolIsList',
  'freeIsTrial',
  'salesPeriod',
  'thresholds',
  'teamsMau',
  'contactEmail',
  'contactCondition',
  'contactPromise',
  'expiry',
  'language',
  'refresh',
  'tenantAdmins',
  'offerLive',
  'visibility',
  'vetting',
  'technicalHelp',
  'technicalAnswer',
  'sponsorship',
  'sponsorshipStacking',
  /** Where Microsoft moves the members of earlier programs. */
  'succession',
  /** What the verification of the account takes. */
  'verification',
] as const
export type RuleKey = (typeof ruleKeys)[number]

/** What a company's page in Partner Center shows about its program, as a person read it. */
export const situations = ['no-cost', 'premium', 'rewards', 'not-enrolled', 'page-missing'] as const
export const situationSchema = z.enum(situations)
export type Situation = z.infer<typeof situationSchema>

/** Paths of an enrollment. */
export const paths = ['no-cost', 'premium'] as const
export const pathSchema = z.enum(paths)
export type Path = z.infer<typeof pathSchema>

/** Stages of a company on either path, earliest first. */
export const stages = ['build-and-publish', 'grow', 'differentiate'] as const
export const stageSchema = z.enum(stages)
export type Stage = z.infer<typeof stageSchema>

/** Purposes of Azure sponsorship: deployments at customers, and trials. */
export const sponsorshipPurposes = ['adoption', 'trials'] as const
export const sponsorshipPurposeSchema = z.enum(sponsorshipPurposes)
export type SponsorshipPurpose = z.infer<typeof sponsorshipPurposeSchema>

/** Azure billing agreements. */
export const agreements = [
  'ea-active',
  'ea-expired',
  'pay-as-you-go',
  'mca',
  'csp',
  'reserved-instances',
  'unknown',
] as const
export const agreementSchema = z.enum(agreements)
export type Agreement = z.infer<typeof agreementSchema>
