import type { Language } from '../../../locales/index.ts'

/** What no text has, and what stands there instead; `in` limits the rule to keys. */
export interface WordRule {
  readonly not: RegExp
  readonly but: string
  readonly in?: RegExp
}

/** Most words of a sentence. */
export const mostWords: Readonly<Record<Language, number>> = { en: 32, fr: 35 }

/** Signs and spaces of every language. */
const everywhere: readonly WordRule[] = [
  { not: /['ʼ`´]/u, but: '’' },
  { not: /"/u, but: 'quotation marks of the language' },
  { not: /\.\.\./u, but: '…' },
  { not: /[^\S\n]{2}|^\s|\s$|[^\S\n]\n|\n[^\S\n]/u, but: 'single spaces, and none at ends' },
  { not: /[\u00a0\u202f\u2009]/u, but: 'plain spaces, which the typography protects' },
  { not: /(?<![\p{L}\d.,])\d{5,}/u, but: 'digits in groups of three' },
]

/** Rules of each language: Microsoft's words, and one name for each thing. A rule is one line. */
export const rules: Readonly<Record<Language, readonly WordRule[]>> = {
  en: [
    ...everywhere,
    { not: /[«»„]/u, but: '“ and ”' },
    { not: / [?!:;,.%»](?!\d)/u, but: 'no space before the sign' },
    { not: /(?<!\+[\d ]*)\b\d{1,3} \d{3}\b/u, but: 'a comma between groups of digits' },
    { not: /\be-mail/iu, but: 'email' },
    { not: /\bplease\b/iu, but: 'the request alone' },
    { not: /\bshall\b/iu, but: 'do you want' },
    { not: /\b(every|some|any|no)body\b/iu, but: 'everyone, someone, anyone, no one' },
    { not: /\bhalf-?way\b/iu, but: 'unfinished' },
    { not: /\bI go on\b|\bGo on\b/u, but: 'continue' },
    {
      not: /\b[Cc]ancelled\b|\benrolments?\b|\bdialling\b|\blicence\b|\b(?:after|to)wards\b/u,
      but: 'US spelling',
    },
    { not: /\b(colour|favour|behaviour|centre|programme|organis|recognis)/iu, but: 'US spelling' },
    {
      not: /\b(do|does|did|is|are|was|were|can|could|has|have|will|would|should) not\b|\bcannot\b/u,
      but: '-n’t',
    },
    { not: /\bI (am|have not|will) |\b(it|that|here) is\b(?= (?:not|a|an|the)\b)/iu, but: 'a contraction' },
    { not: /\bChoose\b|\b([Cc]lick|[Tt]ick|[Tt]ap)\b|\bPress\b(?! release)/u, but: 'select' },
    { not: /\bType in\b|\bGive (a|an|the) (?!name)/u, but: 'enter' },
    { not: /\b(log ?in|login|log on)\b/iu, but: 'sign in' },
    { not: /\bspam\b|\bjunk mail\b/iu, but: 'Junk Email folder' },
    {
      not: /\b(by Microsoft’s word|by our estimate)\b/iu,
      but: 'according to Microsoft, based on our estimate',
    },
    { not: /\brewards team\b/u, but: 'authorized people' },
    { not: /\b(e\.g\.|i\.e\.|etc\.)/u, but: 'for example, that is, and so on' },
    {
      not: /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)\b/u,
      but: 'May 2',
    },
    { not: /\b\d[\d,]* US dollars\b/u, but: '$' },
  ],
  fr: [
    ...everywhere,
    { not: /[“”„]/u, but: '« et »' },
    {
      not: /[^\s?!…][?!;»](?!\d)|«(?! )|[^\s\d/](?<!https?|join):(?= |$)/u,
      but: 'une espace avant le signe',
    },
    { not: /\d%|\d\$/u, but: 'une espace avant l’unité' },
    { not: /(?<!\+[\d ]*)\b\d{1,3},\d{3}\b/u, but: 'une espace entre les groupes de chiffres' },
    { not: /\btenants?\b/iu, but: 'locataire' },
    { not: /\b(ID locataire|identifiant (de|du) locataire)\b/iu, but: 'ID de locataire' },
    { not: /compte partenaire global|compte global partenaire/iu, but: 'compte global du partenaire' },
    { not: /\bsite \(PLA\)/u, but: 'emplacement (PLA)' },
    { not: /contrat Enterprise\b|\bEnterprise Agreement\b/iu, but: 'Contrat Entreprise' },
    { not: /\b(tapez|taper|nommez)\b/iu, but: 'entrez' },
    { not: /\b(choisissez|cochez|cliquez|appuyez)\b/iu, but: 'sélectionnez' },
    { not: /\bsûrement\b/iu, but: 'avec certitude' },
    { not: /\b(vend(re|ez|ue?s?)|ventes?) par Microsoft\b/iu, but: 'via Microsoft' },
    { not: /\busage (d’)?Azure\b/iu, but: 'consommation Azure' },
    { not: /\bdollars US\b/iu, but: 'dollars américains' },
    { not: /\b(covente|courriels?)\b|(?<!e-)\bmails?\b/iu, but: 'co-vente, e-mail' },
    { not: /\bles indésirables\b/iu, but: 'le courrier indésirable' },
    { not: /\bboutique\b/iu, but: 'place de marché' },
    { not: /\bmessagerie privée\b/iu, but: 'messagerie personnelle' },
    { not: /\bPartner Center\b/u, but: 'Espace partenaires' },
    { not: /\béquipe Rewards\b|\bhabilitée?s?\b/iu, but: 'personnes autorisées' },
    { not: /\bvotre société\b/iu, but: 'entreprise' },
    {
      not: /\b[Vv]ous (êtes|serez|étiez) (connecté|inscrit|invité|autorisé|sûr)\b|\(e\)|·e/u,
      but: 'une forme neutre',
    },
    { not: /\bs’il vous plaît\b/iu, but: 'la demande seule' },
    { not: /\bpage de présentation\b/iu, but: 'page Vue d’ensemble' },
  ],
}
