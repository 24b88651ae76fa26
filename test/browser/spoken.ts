import type { Language } from '../../locales/index.ts'

/** What a person types, and names as the lists have them. */
interface Spoken {
  inMyLanguage: string
  help: string
  startOver: string
  history: string
  myRewards: string
  followUp: string
  program: string
  estimate: string
  country: string
  preferredLanguage: string
  listing: string
  listingActivated: string
  press: string
  requestTitle: string
  request: string
  largeCountry: string
  timeZone: string
}

const english: Spoken = {
  inMyLanguage: 'in English please',
  help: 'help',
  startOver: 'start over',
  history: 'history',
  myRewards: 'my rewards',
  followUp: 'nobody has been in touch about our benefit',
  program: 'Marketplace Rewards',
  estimate: 'Estimated tier: Demand generation',
  country: 'France',
  preferredLanguage: 'French (France)',
  listing: 'Listing optimization',
  listingActivated: 'Listing optimization · waiting for Microsoft',
  press: 'Press release support',
  requestTitle: 'Hybrid servers under one policy',
  request:
    'We manage 40 servers in two data centres & want one set of policies for all of them.\nWhich design do you advise?',
  largeCountry: 'United States',
  timeZone: 'America/Phoenix (UTC-07:00)',
}

const french: Spoken = {
  inMyLanguage: 'en français',
  help: 'aide',
  startOver: 'recommencer',
  history: 'historique',
  myRewards: 'mes récompenses',
  followUp: 'pas de nouvelles de notre avantage',
  program: 'Récompenses de la Place de marché',
  estimate: 'Palier estimé : Génération de la demande',
  country: 'France',
  preferredLanguage: 'Français (France)',
  listing: 'Optimisation de la fiche',
  listingActivated: 'Optimisation de la fiche · en attente de Microsoft',
  press: 'Aide au communiqué de presse',
  requestTitle: 'Des serveurs hybrides sous une même règle',
  request:
    'Nous gérons 40 serveurs dans deux centres & voulons les mêmes règles pour tous.\nQuelle architecture conseillez-vous ?',
  largeCountry: 'États-Unis',
  timeZone: 'America/Phoenix (UTC-07:00)',
}

export const spoken: Readonly<Record<Language, Spoken>> = { en: english, fr: french }
