/** Ids that Microsoft's support asks for, each with a pattern of the words that portals show for it. */
export const idNames = {
  'Correlation ID': 'corr?[ée]lation',
  'Request ID': 'request|demande|requ[êe]te',
  'Trace ID': 'trace|tracking|suivi',
  'Session ID': 'session',
  'Activity ID': 'activit(?:y|[ée])',
  'Operation ID': 'op[ée]ration',
} as const

/** Patterns of the words for these and other ids of events, which identify no person. */
export const idWords = [
  ...Object.values(idNames),
  'transaction',
  'diagnostic',
  'incident',
  'error',
  'erreur',
].join('|')
