import type { Source } from '../../src/core/program/program.ts'

const copies = 'https://github.com/MicrosoftDocs/partner-center-pr.fr-fr/blob'
const frontier = 'https://learn.microsoft.com/partner-center/frontier-accelerate-marketplace'

/** Sources of answers that no program has. */
export const documents: Readonly<Record<string, Source>> = {
  'merge-page-2020': {
    title: {
      en: 'Merge your partner account with another one (Microsoft, June 2020, French page)',
      fr: 'Fusionner votre compte partenaire avec un autre (Microsoft, juin 2020)',
    },
    url: `${copies}/02509520ee0c30ededde458ed93eb8378070020a/partner-center/merge-accounts.md`,
    date: '2020-06-12',
    certainty: 'official',
  },
  'benefits-page-2021': {
    title: {
      en: 'Your commercial marketplace benefits (Microsoft, December 2021)',
      fr: 'Vos avantages de la place de marché commerciale (Microsoft, décembre 2021)',
    },
    url: 'https://learn.microsoft.com/partner-center/marketplace-offers/gtm-your-marketplace-benefits',
    date: '2021-12-14',
    certainty: 'official',
  },
  'frontier-enroll': {
    title: {
      en: 'Enroll in Frontier Accelerate for Marketplace (Microsoft), as others quote it',
      fr: "S'inscrire à Frontier Accelerate for Marketplace (Microsoft), cité par d'autres",
    },
    url: `${frontier}/enroll`,
    date: '2026-09-16',
    certainty: 'secondary',
  },
  'frontier-prerequisites': {
    title: {
      en: 'Who can take part in Frontier Accelerate for Marketplace (Microsoft), as others quote it',
      fr: "Qui peut participer à Frontier Accelerate for Marketplace (Microsoft), cité par d'autres",
    },
    url: `${frontier}/prerequisites`,
    date: '2026-09-16',
    certainty: 'secondary',
  },
  'frontier-sponsorship': {
    title: {
      en: 'Azure sponsorship in Frontier Accelerate for Marketplace (Microsoft), as others quote it',
      fr: "Parrainage Azure dans Frontier Accelerate for Marketplace (Microsoft), cité par d'autres",
    },
    url: `${frontier}/grow/azure-sponsorship`,
    date: '2026-09-16',
    certainty: 'secondary',
  },
  'users-page-quoted': {
    title: {
      en: 'Users and roles in Partner Center in 2026, as others quote the page',
      fr: "Utilisateurs et rôles dans l'Espace partenaires en 2026, page citée par d'autres",
    },
    url: 'https://learn.microsoft.com/partner-center/membership/mpn-overview',
    date: '2026-06-25',
    certainty: 'secondary',
  },
  'action-center': {
    title: {
      en: 'Action Center of Partner Center (Microsoft), the beginning of its page',
      fr: "Centre de notifications de l'Espace partenaires (Microsoft), début de la page",
    },
    date: '2026-11-22',
    certainty: 'official',
  },
}

/** Partner Center pages that no program links to, by the key of their button under `answers.pages`. */
export const addresses = {
  merge: 'https://partner.microsoft.com/dashboard/account/merger',
} as const
