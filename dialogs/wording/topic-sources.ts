import { pathRules } from '../../src/core/enrollment/terms.ts'
import type { What } from '../../src/core/reminders/schedule.ts'
import type { NamedSource } from '../engine/citation.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import { contactCondition, dateSource } from './certainty.ts'

/** Topics whose days and rules come from the company alone. */
const notMicrosofts = (): readonly NamedSource[] => []

const afterActivation = (world: CompanyView, benefit: string) => [dateSource(world, benefit, 'contactBy')]

/** The rule by which the company's path is renewed. */
function ofPath({ company, program }: CompanyView): readonly NamedSource[] {
  const path = pathRules(company, program)
  return path ? [path.source] : []
}

/** The rules of requests for sponsorship. */
const ofRequests = ({ program: { sponsorshipRequests } }: CompanyView): readonly NamedSource[] =>
  sponsorshipRequests ? [sponsorshipRequests.source] : []

const sources: Readonly<Record<What, (world: CompanyView, subject: string) => readonly NamedSource[]>> = {
  'contact-expected': afterActivation,
  'recheck-contact': afterActivation,
  escalate: afterActivation,
  'technical-answer': ({ program }) => [program.rules.technicalAnswer],
  'offer-unnoticed': ({ program }) => [program.rules.offerLive],
  expiry: (world, benefit) => [dateSource(world, benefit, 'expiresOn')],
  refresh: ({ program }) => [program.rules.refresh],
  'contact-missing': ({ program }) => [contactCondition(program), program.rules.thresholds],
  'verify-tenant': ({ program }) => [program.rules.visibility],
  halfway: notMicrosofts,
  'which-program': ({ program }) => [program.rules.succession],
  'renew-no-cost': ofPath,
  'renew-premium': ofPath,
  'check-renewal': ofPath,
  'new-term': ofPath,
  verification: ({ program }) => [program.rules.verification],
  'tier-review': ({ program }) => (program.enrollment ? [program.enrollment.source] : []),
  'announced-change': ({ program }, id) =>
    (program.announcedChanges ?? []).filter((change) => change.id === id).map(({ source }) => source),
  'sponsorship-request': ofRequests,
  'sponsorship-answer': ofRequests,
  'sponsorship-end': ofRequests,
  'allowance-end': ofRequests,
  'team-asked': notMicrosofts,
}

/** Sources of Microsoft's dates and rules in a reminder topic; a new topic names its own here. */
export const topicSources = (world: CompanyView, what: What, subject: string): readonly NamedSource[] =>
  sources[what](world, subject)
