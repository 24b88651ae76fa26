import { z } from 'zod'

/** Amounts that decide the tier. */
export const metrics = ['billedSalesUsd', 'solutionValueUsd', 'teamsMau'] as const
export type Metric = (typeof metrics)[number]

/** Actions that need a Partner Center role. */
export const actions = [
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
  'rewards',
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
  'successor',
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
  /** Transition of members of the previous program to this one. */
  'succession',
] as const
export type RuleKey = (typeof ruleKeys)[number]

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
