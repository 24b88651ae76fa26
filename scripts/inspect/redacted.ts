/**
 * Fields whose words say nothing about a person. Everything else that is text is left out: what a new version keeps
 * is then hidden until somebody has looked at it.
 */
const harmless = new Set([
  ...[
    'kind',
    'schema',
    'type',
    'version',
    'number',
    'at',
    'on',
    'leftAt',
    'expires',
    'program',
    'tier',
    'guide',
  ],
  ...[
    'benefit',
    'state',
    'verdict',
    'phase',
    'solution',
    'reachedBy',
    'listingClasses',
    'listingClass',
    'from',
    'to',
  ],
  ...[
    'assignedOn',
    'activatedOn',
    'updatedOn',
    'contactBy',
    'expiresOn',
    'renewsOn',
    'requestedOn',
    'answerBy',
  ],
  ...[
    'answeredOn',
    'since',
    'offerLiveSince',
    'anniversary',
    'enrolled',
    'liveOffer',
    'agreement',
    'channel',
  ],
])

/** What is kept by ids that may tell of somebody. */
const keyed = new Set(['people', 'told', 'snoozed'])

/** A copy in which people's words, names and addresses are `…`. Numbers, yes and no stay. */
export function redacted(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => redacted(item, field))
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    return Object.fromEntries(
      entries.map(([name, inner], index) => [
        keyed.has(field) ? `… ${index + 1}` : name,
        redacted(inner, keyed.has(field) ? '' : name),
      ]),
    )
  }
  return typeof value !== 'string' || harmless.has(field) ? value : '…'
}
