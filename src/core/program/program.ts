import { z } from 'zod'
import { roles } from '../people/person.ts'
import { localizedSchema } from '../text/localized.ts'
import { plainDate } from '../time/calendar.ts'
import { benefitDefinitionSchema, certainties, certaintySchema } from './benefit-definition.ts'
import { actions, agreementSchema, buttonKeys, linkKeys, metrics, ruleKeys } from './program-vocabulary.ts'

const hosts = ['partner.microsoft.com', 'learn.microsoft.com', 'go.microsoft.com', 'aka.ms']
const httpsUrl = z.url({ protocol: /^https$/ })
const linkUrl = httpsUrl.refine((url) => hosts.includes(new URL(url).hostname), {
  error: `expected a host out of ${hosts.join(', ')}`,
})
const source = z.string()
const days = z.int().nonnegative()

/** Origin of a fact, with date and certainty. */
export const sourceSchema = z.strictObject({
  /** Title of the document, or our description of the origin. */
  title: localizedSchema,
  url: httpsUrl.optional(),
  date: plainDate,
  certainty: certaintySchema,
})
const tierSchema = z.strictObject({
  id: z.string().min(1),
  name: localizedSchema,
  /** Counted sales or solution value in US dollars; null if unpublished. */
  minimumUsd: z.number().nonnegative().nullable(),
  certainty: certaintySchema,
  source,
})
/** 'unsure' if two Microsoft pages differ; 'any' is every user of the company. */
const grantSchema = z.strictObject({
  role: z.enum([...roles, 'any']),
  certainty: z.enum([...certainties, 'unsure']),
  source,
})
const linkSchema = z.strictObject({ url: linkUrl, fallback: linkUrl.optional(), certainty: certaintySchema })
const buttonSchema = z.strictObject({
  label: localizedSchema,
  /** Year in which the label was last read on the portal's screen. */
  screen: z.string(),
  /** Languages whose label is our translation, not read on the screen. */
  translated: z.array(z.string()).optional(),
  /** Labels on other screens, newest first. */
  elsewhere: z.array(localizedSchema).optional(),
  source,
})
const contactRulesSchema = z.strictObject({
  /** Local parts that usually belong to several people. */
  sharedMailboxes: z.array(z.string().lowercase()),
  consumerDomains: z.array(z.string().lowercase()),
  /** Preferred languages of a contact, as BCP 47 tags. */
  languages: z.array(z.string().regex(/^[a-z]{2}-[A-Z]{2}$/)).min(1),
  /** Language in which the program is run. */
  programLanguage: z.string(),
})
const waitsSchema = z.strictObject({
  contactWithinDays: days,
  recheckContactAfterDays: days,
  escalateAfterDays: days,
  offerLiveWeeks: z.int().nonnegative(),
  technicalBusinessDays: days,
  verifyTenantAfterDays: z.array(days).min(1),
  expiryNoticeDays: z.array(days).min(1),
  contactMissingEveryDays: days,
  contactMissingAtMost: z.int().nonnegative(),
  /** Days during which the renewal is worth a reminder. */
  refreshNewsDays: days,
  /** Days of notice before Microsoft moves the company to the next program. */
  programMoveNoticeDays: days,
})
const sponsorshipSchema = z.strictObject({
  usable: z.enum(['yes', 'no', 'check']),
  /** Code of the explaining sentence. */
  reason: z.string(),
  source,
})

/** One version of the program by fields; references between them are not checked. */
export const programShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The version for new companies. */
  default: z.boolean().optional(),
  name: localizedSchema,
  asOf: plainDate,
  /** Program to which Microsoft moves the members. */
  successor: z.string().optional(),
  sources: z.record(z.string(), sourceSchema),
  metrics: z.array(z.enum(metrics)).min(1),
  salesPeriod: z.enum(['cumulative', 'trailing-12-months']),
  tierThresholdsKnown: z.boolean(),
  tiers: z.array(tierSchema).min(1),
  benefits: z.array(benefitDefinitionSchema),
  roles: z.record(z.enum(actions), z.array(grantSchema).min(1)),
  rules: z.record(z.enum(ruleKeys), source),
  links: z.record(z.enum(linkKeys), linkSchema),
  buttons: z.record(z.enum(buttonKeys), buttonSchema),
  contactRules: contactRulesSchema,
  waits: waitsSchema,
  sponsorship: z.record(agreementSchema, sponsorshipSchema),
})

export type Program = z.infer<typeof programShape>
export type Tier = z.infer<typeof tierSchema>
export type Grant = z.infer<typeof grantSchema>
export type Source = z.infer<typeof sourceSchema>
export type ContactRules = z.infer<typeof contactRulesSchema>
export type SponsorshipRule = z.infer<typeof sponsorshipSchema>
