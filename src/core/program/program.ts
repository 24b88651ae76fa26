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

/** Origin of a fact, with its date and certainty. */
export const sourceSchema = z.strictObject({
  /** The document's own title, or our description of where the fact comes from. */
  title: localizedSchema,
  url: httpsUrl.optional(),
  date: plainDate,
  certainty: certaintySchema,
})
const tierSchema = z.strictObject({
  id: z.string().min(1),
  name: localizedSchema,
  /** US dollars of counted sales or solution value; null where Microsoft does not publish it. */
  minimumUsd: z.number().nonnegative().nullable(),
  certainty: certaintySchema,
  source,
})
/** 'unsure' where two pages of Microsoft differ; 'any' is every user of the company. */
const grantSchema = z.strictObject({
  role: z.enum([...roles, 'any']),
  certainty: z.enum([...certainties, 'unsure']),
  source,
})
const linkSchema = z.strictObject({ url: linkUrl, fallback: linkUrl.optional(), certainty: certaintySchema })
const buttonSchema = z.strictObject({
  label: localizedSchema,
  /** Year of the portal's screen on which it was last read. */
  screen: z.string(),
  /** Languages whose label is our translation, not read on the screen. */
  translated: z.array(z.string()).optional(),
  /** What other screens call it, newest first. */
  elsewhere: z.array(localizedSchema).optional(),
  source,
})
const contactRulesSchema = z.strictObject({
  /** Names before the @ that usually belong to several people. */
  sharedMailboxes: z.array(z.string().lowercase()),
  consumerDomains: z.array(z.string().lowercase()),
  /** Languages a contact may prefer, as BCP 47 tags. */
  languages: z.array(z.string().regex(/^[a-z]{2}-[A-Z]{2}$/)).min(1),
  /** Language that the program itself is run in. */
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
  /** How long the refresh stays news. */
  refreshNewsDays: days,
  /** How long before Microsoft moves the company to the next program it is told. */
  programMoveNoticeDays: days,
})
const sponsorshipSchema = z.strictObject({
  usable: z.enum(['yes', 'no', 'check']),
  /** Code of the sentence that says why. */
  reason: z.string(),
  source,
})

/** One version of the program, field by field; what the fields say of each other is not checked. */
export const programShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The one that new companies start with. */
  default: z.boolean().optional(),
  name: localizedSchema,
  asOf: plainDate,
  /** Program that Microsoft moves its members to. */
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
