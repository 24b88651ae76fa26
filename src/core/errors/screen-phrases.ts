/** Words by which people refer to themselves; screens never use them. */
const personal =
  / (?:i|im|my|me|mine|our|ours|us|yesterday|today|someone|somebody|colleague|microsoft|je|j|ma|mon|mes|moi|notre|nos|hier|collegue) /

/** Failure reports of screens: normalized, at the start of a sentence. */
const reports: readonly RegExp[] = [
  /^something (?:went wrong|is not right|unexpected happened)/,
  /^(?:an? |some )?(?:unexpected |unknown |internal |unhandled |unspecified |server |application |network )?(?:error|exception)s? (?:has |have )?(?:occurred|occured|happened|was encountered|was thrown)/,
  /^(?:unexpected|unknown|internal|unhandled|fatal|runtime|server|network|application|authentication|authorization|sign in|login|connection) error/,
  /^there (?:was|were|is|has been) (?:an? |some )?(?:unexpected |unknown |internal )?(?:error|problem|issue)s? (?:with (?:your|this)|processing|loading|while|completing|saving|connecting|signing|retrieving|accessing)/,
  /^we (?:have |are )?(?:ran|run|encountered|encountering|experienced|experiencing|hit|having) (?:into )?(?:an?|some|a few)? ?(?:unexpected |unknown |technical )?(?:errors?|problems?|issues?|trouble|difficulties)/,
  /^we (?:could not|cannot|were unable to|are unable to|were not able to|are not able to) \w+(?: \w+)? (?:your|you|this page|this request|that page|the requested)/,
  /^your (?:\w+ )?(?:request|session|sign in|organization|account|operation|submission|changes) (?:could not be|cannot be|failed|has expired|has failed|timed out|was denied|is invalid|is not (?:authorized|eligible|valid|found|allowed)|was not|has been (?:blocked|denied|rejected|locked))/,
  /^(?:the |this )?(?:request|operation|session|page|site|server|service|connection)(?: \w+)? (?:failed|timed out|has expired|has timed out|could not be (?:completed|processed|found|loaded|reached)|cannot be (?:found|displayed|reached|loaded)|is (?:temporarily )?unavailable|is not available|is not responding|was not found)/,
  /^(?:unable to|failed to|cannot|could not) (?:load|process|complete|sign you|retrieve|fetch|save|verify|connect to|validate|acquire|authenticate|parse|reach|resolve|obtain|read propert|perform)/,
  /^(?:access (?:is )?denied|unauthorized|forbidden|page not found|service unavailable|bad gateway|gateway timeout|too many requests|request timed out)$/,
  /^you (?:are not|do not have|are no longer) (?:authorized|allowed|permitted|eligible|access|permissions?|signed in)/,
  /^(?:the |this |your |l |cette |votre )?(?:operation|action|feature|fonctionnalite) (?:is |est )?(?:not (?:permitted|allowed|authorized|authorised|supported|valid)|denied|forbidden|prohibited|(?:non |in)(?:autorise|permis|valide|interdit)e?|non prise? en charge|refusee?|interdite?|impossible)/,
  /^(?:une |l )?(?:erreur|exception) (?:\w+ ){0,3}(?:s est produite|est survenue|a ete (?:rencontree|detectee)|inattendue|inconnue|interne)/,
  /^(?:un|des) (?:probleme|incident|erreur)s? (?:\w+ ){0,3}(?:s est produit|est survenu|se sont produits|se sont produites|sont survenues)/,
  /^(?:that|this|the|cette|la) page (?:\w+ ){0,4}(?:cannot be found|is not available|was not found|could not be found|n est pas disponible|est introuvable|n existe pas)/,
  /^that did not work/,
  /^nous avons des difficultes a vous/,
  /^quelque chose (?:s est mal passe|n a pas fonctionne|ne s est pas passe)/,
  /^nous (?:n avons pas pu|ne pouvons pas|ne sommes pas en mesure de|ne parvenons pas a|n avons pas reussi a|rencontrons|avons rencontre) (?:\w+ ){0,4}(?:votre|vos|vous|cette|probleme|erreur|difficultes)/,
  /^impossible (?:de|d) (?:charger|traiter|terminer|recuperer|enregistrer|verifier|executer|vous connecter|acceder a (?:cette|la|ce)|afficher (?:la|cette) page|etablir|joindre le)/,
  /^(?:l |la |le )?echec (?:de|du|lors) (?:la |l |votre )?\w+/,
  /^(?:la|votre|cette) (?:demande|requete|session|operation|connexion|page)(?: \w+)? (?:a echoue|a expire|n a pas pu|n a pas abouti|ne peut pas etre|est introuvable|a ete (?:refusee|interrompue|bloquee))/,
  /^(?:le |ce )?(?:service|serveur|site)(?: \w+)? (?:est )?(?:temporairement |momentanement )?(?:indisponible|injoignable|ne repond pas)/,
  /^(?:acces refuse|acces interdit|acces non autorise|page introuvable|non autorise|delai d attente depasse)$/,
  /^vous (?:n etes pas|n avez pas|ne disposez pas|n etes plus) (?:autorise|acces|l autorisation|les autorisations|des autorisations|eligible|connecte)/,
]

/** Advice that screens add; two kinds of it also make an error. */
const advice: readonly RegExp[] = [
  /(?:please )?(?:try|retry) (?:again|that again|your request again)|veuillez reessayer|reessayez/,
  /contact (?:your |the |microsoft |us |customer )?(?:administrator|admin|support|it department|help ?desk)|contactez (?:votre |le |l |un )?(?:administrateur|support|assistance)|contact(?:er|ez) le support/,
  /if (?:the|this) (?:problem|issue|error) (?:persists|continues)|si (?:le|ce) probleme persiste|si l erreur persiste/,
  /(?:copy|provide|note) (?:the |this |these )?(?:following )?(?:information|details|error)|informations? de depannage|troubleshooting details/,
]

const interjection =
  /^(?:(?:oh no|oops|whoops|uh oh|sorry|we are sorry|hmm|error|erreur|desole|oups|warning|attention|but|also) )+/

/** Tells whether a normalized sentence reports a failure as a screen does. */
export function reportsFailure(sentence: string): boolean {
  const bare = sentence.replace(interjection, '').replace(/ on our (?:end|side)$/, '')
  return !personal.test(` ${bare} `) && reports.some((report) => report.test(bare))
}

/** Tells whether a normalized text contains two kinds of advice found below errors. */
export const advisesTwice = (text: string): boolean => advice.filter((each) => each.test(text)).length > 1

/** Tells whether a normalized sentence refers to its writer. */
export const isPersonal = (sentence: string): boolean => personal.test(` ${sentence} `)
