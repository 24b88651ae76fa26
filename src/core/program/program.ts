import { z } from 'zod'
import { localizedSchema } from '../text/localized.ts'
import { plainDate } from '../time/calendar.ts'
import { benefitDefinitionSchema, certaintySchema } from './benefit-definition.ts'
import { enrollmentSchema } from './enrollment-rules.ts'
import { grantSchema } from './grant.ts'
import {
  actions,
  agreementSchema,
  buttonKeys,
  linkKeys,
  metrics,
  ruleKeys,
  situationSchema,
} from './program-vocabulary.ts'
import {
  allowanceSchema,
  channelAllowanceSchema,
  sponsorshipRequestsSchema,
  sponsorshipSchema,
} from './sponsorship-rules.ts'

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
  /** Day on which the facts from it have to be looked at again. */
  lookAgainOn: plainDate,
})
const usd = z.number().nonnegative()
const tierSchema = z.strictObject({
  id: z.string().min(1),
  name: localizedSchema,
  /** Counted sales or solution value in US dollars. */
  minimumUsd: usd,
  /** There are tiers between this one and the next whose minimum is not published. */
  unpublishedAbove: z.boolean().optional(),
  /** Needs an offer with a certified software designation. */
  needsSoftwareDesignation: z.boolean().optional(),
  certainty: certaintySchema,
  source,
})
const linkSchema = z.strictObject({
  url: linkUrl,
  fallback: linkUrl.optional(),
  /** Menu path from there. */
  menu: localizedSchema.optional(),
  certainty: certaintySchema,
})
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
  /** Days after something was recorded until a company is asked which program it is in. */
  askProgramAfterDays: days,
})
/** Way to Azure IP co-sell. */
const coSellSchema = z.strictObject({
  /** Billed sales or Azure consumption in the last twelve months, in US dollars. */
  neededUsd: usd,
  source,
  /** Commitments that count instead, as a trial of Microsoft's. */
  commitmentsUsd: usd,
  commitmentsSource: source,
  /** Roles that list a solution for co-sell. */
  listedBy: z.array(grantSchema).min(1),
})
/** A change that Microsoft announced for a day. */
const announcedChangeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  on: plainDate,
  noticeOn: plainDate,
  for: z.enum(['software-designation']),
  source,
})

/** One version of the program by fields; references between them are not checked. */
export const programShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The version for new companies. */
  default: z.boolean().optional(),
  name: localizedSchema,
  asOf: plainDate,
  /** What Partner Center shows to companies of this version; each belongs to one version. */
  situations: z.array(situationSchema),
  sources: z.record(z.string(), sourceSchema),
  metrics: z.array(z.enum(metrics)).min(1),
  salesPeriod: z.enum(['cumulative', 'trailing-12-months']),
  tiers: z.array(tierSchema).min(1),
  benefits: z.array(benefitDefinitionSchema),
  roles: z.record(z.enum(actions), z.array(grantSchema).min(1)),
  rules: z.record(z.enum(ruleKeys), source),
  links: z.record(z.enum(linkKeys), linkSchema),
  /** A button without an entry has a name that nobody has published. */
  buttons: z.partialRecord(z.enum(buttonKeys), buttonSchema),
  contactRules: contactRulesSchema,
  waits: waitsSchema,
  sponsorship: z.record(agreementSchema, sponsorshipSchema),
  sponsorshipRequests: sponsorshipRequestsSchema.optional(),
  allowances: z.array(allowanceSchema).optional(),
  channelAllowance: channelAllowanceSchema.optional(),
  /** Terms, paths and stages; absent where a program has none. */
  enrollment: enrollmentSchema.optional(),
  coSell: coSellSchema.optional(),
  announcedChanges: z.array(announcedChangeSchema).optional(),
  /** Sources by path, such as 'waits' or 'links.docs': of parts that name none, and of facts not from their part's. */
  citations: z.record(z.string(), source).optional(),
})

export type Program = z.infer<typeof programShape>
export type Tier = z.infer<typeof tierSchema>
export type Source = z.infer<typeof sourceSchema>
export type ContactRules = z.infer<typeof contactRulesSchema>
export type AnnouncedChange = z.infer<typeof announcedChangeSchema>
