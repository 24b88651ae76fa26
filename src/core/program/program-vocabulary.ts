import { z } from 'zod'

export const metrics = ['billedSalesUsd', 'solutionValueUsd', 'teamsMau'] as const
export type Metric = (typeof metrics)[number]

/** What a person needs a Partner Center role for. */
export const actions = [
  'checkEligibility',
  'assignContact',
  'activateBenefit',
  'requestTechnicalHelp',
  'associateTenant',
] as const
export type Action = (typeof actions)[number]

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

/** Facts behind an estimate or a refusal; each names the source that states it. */
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
  /** How members of the program before come to this one. */
  'succession',
] as const
export type RuleKey = (typeof ruleKeys)[number]

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
