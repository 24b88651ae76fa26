import type { Language } from '../../locales/index.ts'

/** What a person types, and names as the lists have them. */
interface Spoken {
  welcome: string
  languagePlease: string
  help: string
  language: string
  history: string
  myRewards: string
  nonsense: string
  cancel: string
  startOver: string
  program: string
  country: string
  preferredLanguage: string
  listing: string
  press: string
  tier: string
  verdict: string
}

export const spoken: Readonly<Record<Language, Spoken>> = {
  en: {
    welcome: 'Hello, I am Rewards Guide',
    languagePlease: 'in English please',
    help: 'help',
    language: 'language',
    history: 'history',
    myRewards: 'my rewards',
    nonsense: 'the weather is fine',
    cancel: 'cancel',
    startOver: 'start over',
    program: 'Marketplace Rewards',
    country: 'France (+33)',
    preferredLanguage: 'French (France)',
    listing: 'Listing optimization',
    press: 'Press release support',
    tier: 'Estimated tier: Demand generation',
    verdict: '',
  },
  fr: {
    welcome: 'Hello, I am Rewards Guide',
    languagePlease: 'en français, s’il vous plaît',
    help: 'aide',
    language: 'langue',
    history: 'historique',
    myRewards: 'mes récompenses',
    nonsense: 'il fait beau',
    cancel: 'annuler',
    startOver: 'recommencer',
    program: 'Récompenses de la Place de marché',
    country: 'France (+33)',
    preferredLanguage: 'français (France)',
    listing: 'Optimisation de la fiche',
    press: 'Aide au communiqué de presse',
    tier: 'Palier estimé : Génération de la demande',
    verdict: '',
  },
}
