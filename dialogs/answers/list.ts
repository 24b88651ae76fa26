import type { CompanyView } from '../engine/world/company-view.ts'
import { unanswered } from '../guides/technical-help/case-follow-up/open-requests.ts'
import { openBenefits } from '../wording/benefit-words.ts'
import type { Answer, Lead } from './answer.ts'

const support: Lead = { page: 'support' }
const isFrontier = ({ program }: CompanyView) => program.id.startsWith('frontier-accelerate')

/** All answers; the order has no meaning. */
export const answers: readonly Answer[] = [
  {
    id: 'merge-accounts',
    sources: ['merge-page-2020'],
    leads: [{ address: 'merge' }, { run: 'associate-tenant' }],
  },
  {
    id: 'remove-tenant',
    sources: ['tenants-page'],
    leads: [{ page: 'tenants' }, { run: 'other-tenants' }],
  },
  {
    id: 'remove-contact',
    sources: ['rewards-page-2021', 'unpublished'],
    leads: [{ run: 'assign-contact', name: 'answers.remove-contact.replace' }, support],
  },
  {
    id: 'withdraw-benefit',
    sources: ['benefits-page-2021'],
    leads: [support, { run: 'my-rewards' }],
    cases: [
      {
        id: 'activated',
        when: ({ company }) => openBenefits(company).length > 0,
        sources: ['benefits-page-2021'],
        leads: [{ run: 'follow-up', name: 'answers.withdraw-benefit.note' }, support],
      },
    ],
  },
  {
    id: 'cancel-request',
    sources: ['unpublished'],
    leads: [support, { run: 'my-rewards' }],
    cases: [
      {
        id: 'open',
        when: (world) => unanswered(world).length > 0,
        sources: ['unpublished'],
        leads: [
          {
            run: 'technical-help',
            answer: 'answered',
            name: 'technical-help.what.options.choice.answered',
          },
          support,
        ],
      },
    ],
  },
  {
    id: 'benefit-refused',
    sources: ['unpublished', 'enrolment', 'liveOffer', 'benefits-page-2021'],
    leads: [{ run: 'check-eligibility' }, support],
  },
  {
    id: 'request-refused',
    sources: ['unpublished', 'technicalHelp', 'sponsorship', 'sponsorshipStacking'],
    leads: [support, { run: 'technical-help' }],
    cases: [
      {
        id: 'frontier',
        when: isFrontier,
        sources: ['unpublished', 'technicalHelp', 'frontier-sponsorship'],
        leads: [support, { run: 'technical-help' }],
      },
    ],
  },
  {
    id: 'enrollment-refused',
    sources: ['frontier-prerequisites', 'frontier-enroll'],
    leads: [support, { run: 'check-eligibility' }],
  },
  {
    id: 'leave-program',
    sources: ['benefits-page-2021', 'unpublished'],
    leads: [support, { run: 'my-data' }],
    cases: [
      {
        id: 'frontier',
        when: isFrontier,
        sources: ['frontier-enroll', 'unpublished'],
        leads: [support, { run: 'my-data' }],
      },
    ],
  },
  {
    id: 'transfer-account',
    sources: ['unpublished', 'merge-page-2020', 'tenants-page'],
    leads: [support, { run: 'answers.merge-accounts' }],
  },
  {
    id: 'close-account',
    sources: ['unpublished', 'benefits-page-2021'],
    leads: [support, { run: 'my-data' }],
  },
  {
    id: 'delete-offer',
    sources: ['liveOffer', 'benefits-page-2021'],
    leads: [{ page: 'marketplace' }, { run: 'check-eligibility' }],
  },
  {
    id: 'delete-publisher',
    sources: ['unpublished', 'profiles'],
    leads: [support, { run: 'check-eligibility' }],
  },
  {
    id: 'remove-user',
    sources: ['users-page-quoted'],
    leads: [{ page: 'users' }, { run: 'rewards-team' }],
  },
  {
    id: 'unsubscribe-mails',
    sources: ['action-center'],
    leads: [{ page: 'notifications' }, { run: 'reminders' }],
  },
]
