/** Ids that Microsoft's support asks for, each with the words for it that portals show, as the source of a pattern. */
export const idNames = {
  'Correlation ID': 'corr?[ée]lation',
  'Request ID': 'request|demande|requ[êe]te',
  'Trace ID': 'trace|tracking|suivi',
  'Session ID': 'session',
  'Activity ID': 'activit(?:y|[ée])',
  'Operation ID': 'op[ée]ration',
} as const

/** Words for these and for other ids of what happened, which tell nobody who it was. */
export const idWords = [
  ...Object.values(idNames),
  ...['transaction', 'diagnostic', 'incident', 'error', 'erreur'],
].join('|')
