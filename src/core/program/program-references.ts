import { citations } from './citations.ts'
import { strayAllowances, strayPaths, unorderedValidity } from './enrollment-references.ts'
import type { Program } from './program.ts'
import { factsOf } from './program-facts.ts'
import { type Issue, repeated, wrong } from './reference-issue.ts'

/** Checks references between parts of a program file: sources, tiers, ids, languages. */
export function checkReferences(program: Program): Issue[] {
  return [
    ...unknownSources(program),
    ...repeated(['tiers'], program.tiers),
    ...repeated(['benefits'], program.benefits),
    ...repeated(['enrollment', 'paths'], program.enrollment?.paths),
    ...repeated(['enrollment', 'stages'], program.enrollment?.stages),
    ...repeated(['announcedChanges'], program.announcedChanges),
    ...unorderedTiers(program),
    ...unlocksWithoutTier(program),
    ...strayListingClasses(program),
    ...strayTranslations(program),
    ...strayPaths(program),
    ...strayAllowances(program),
    ...unorderedValidity(program),
    ...strayCitations(program),
  ]
}

function unknownSources(program: Program): Issue[] {
  const known = Object.keys(program.sources)
  return citations(program)
    .filter(([, source]) => !known.includes(source))
    .map(([path, source]) => wrong(path, `expected one of the sources ${known.join(', ')}`, source))
}

function unorderedTiers({ tiers }: Program): Issue[] {
  return tiers.flatMap(({ minimumUsd }, at) => {
    const below = tiers[at - 1]?.minimumUsd ?? -1
    if (minimumUsd > below) return []
    return [wrong(['tiers', at, 'minimumUsd'], `expected more than ${below}, the tier before`, minimumUsd)]
  })
}

function unlocksWithoutTier({ tiers, benefits }: Program): Issue[] {
  const minimums = tiers.map(({ minimumUsd }) => minimumUsd)
  return benefits.flatMap(({ unlockUsd }, at) =>
    unlockUsd === null || minimums.includes(unlockUsd)
      ? []
      : [
          wrong(
            ['benefits', at, 'unlockUsd'],
            `expected a tier's minimum: ${minimums.join(', ')}`,
            unlockUsd,
          ),
        ],
  )
}

function strayListingClasses({ benefits }: Program): Issue[] {
  return benefits.flatMap(({ listingClasses, recurrenceFor = {}, expiresAfterMonths = {} }, at) =>
    Object.entries({ recurrenceFor, expiresAfterMonths }).flatMap(([field, perClass]) =>
      Object.keys(perClass)
        .filter((listingClass) => !listingClasses.some((each) => each === listingClass))
        .map((listingClass) =>
          wrong(
            ['benefits', at, field, listingClass],
            'expected one of the listing classes of the benefit',
            listingClass,
          ),
        ),
    ),
  )
}

function strayTranslations({ buttons }: Program): Issue[] {
  return Object.entries(buttons).flatMap(([key, { label, translated = [] }]) =>
    translated
      .filter((language) => label[language] === undefined)
      .map((language) =>
        wrong(['buttons', key, 'translated'], `expected a language of the label, not ${language}`, language),
      ),
  )
}

/** Finds citations of facts that the program does not have. */
function strayCitations(program: Program): Issue[] {
  const paths = factsOf(program).map(({ path }) => path)
  return Object.entries(program.citations ?? {})
    .filter(([cited]) => !paths.some((path) => path === cited || path.startsWith(`${cited}.`)))
    .map(([cited, source]) => wrong(['citations', cited], 'expected the path of a fact in this file', source))
}
