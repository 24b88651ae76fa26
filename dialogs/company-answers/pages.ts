import { open } from '../engine/button-intent.ts'
import type { Page } from '../engine/page.ts'
import type { CompanyAnswer } from './answered.ts'
import { benefitLocked, benefitState } from './benefit-state.ts'
import { benefitExpiry, benefitsActive, benefitsOpen } from './benefits.ts'
import { contact, contactPhone, contactRecorder } from './contact.ts'
import { due, dueForMe, dueThisMonth } from './due.ts'
import { historyWeek, whoDid } from './past.ts'
import { authorized, myRole } from './people.ts'
import { enrolledOn, program, renewalDate, stage } from './program.ts'
import { caseNumbers, requests, sponsorship, sponsorshipEnd } from './requests.ts'
import { profiles, sales } from './sales.ts'
import { otherTenants, tenantState, tenants } from './tenants.ts'
import { coSellDistance, lastCheck, nextTier, tier } from './tier.ts'

const answers: Readonly<Record<string, CompanyAnswer>> = {
  contact,
  'contact-phone': contactPhone,
  'contact-who-recorded': contactRecorder,
  program,
  stage,
  'enrolled-on': enrolledOn,
  'renewal-date': renewalDate,
  tier,
  'next-tier': nextTier,
  sales,
  profiles,
  'co-sell-distance': coSellDistance,
  'benefits-active': benefitsActive,
  'benefits-open': benefitsOpen,
  'benefit-state': benefitState,
  'benefit-locked': benefitLocked,
  'benefit-expiry': benefitExpiry,
  due,
  'due-for-me': dueForMe,
  'due-this-month': dueThisMonth,
  tenants,
  'tenant-state': tenantState,
  requests,
  'case-numbers': caseNumbers,
  sponsorship,
  'sponsorship-end': sponsorshipEnd,
  authorized,
  'history-week': historyWeek,
  'who-did': whoDid,
  'last-check': lastCheck,
  'my-role': myRole,
  'other-tenants': otherTenants,
  everything: () => open('my-rewards'),
}

/** Answers about the company as pages `company.<name>`, reached by typed sentences only. */
export const companyAnswers: readonly Page[] = Object.entries(answers).map(([name, view]) => ({
  id: `company.${name}`,
  view,
}))

const ids = new Set(companyAnswers.map(({ id }) => id))

/** Tests whether a page is an answer about the company: it finds in a sentence what it is about. */
export const isCompanyAnswer = (page: string): boolean => ids.has(page)
