/** States of a request to Microsoft that people record; `answered` and those before it are derived for old records. */
export const requestStates = [
  /** An interest, as recorded before requests for sponsorship had their contents. */
  'noted',
  /** Written, and not sent yet. */
  'prepared',
  'sent',
  /** Microsoft sent it back for changes. */
  'returned',
  /** Sent once more with the changes. */
  'amended',
  'answered',
  'granted',
  /** All of a grant is used. */
  'used',
  'refused',
  'withdrawn',
] as const
export type RequestState = (typeof requestStates)[number]

/** Request by kind: requests for technical help are answered, those for sponsorship are granted. */
export type RequestKind = 'technical' | 'sponsorship'

type Changes = Readonly<Record<RequestState, readonly RequestState[]>>

const technical: Changes = {
  noted: [],
  prepared: [],
  sent: ['answered', 'returned', 'refused', 'withdrawn'],
  returned: ['amended', 'refused', 'withdrawn'],
  amended: ['answered', 'returned', 'refused', 'withdrawn'],
  answered: [],
  granted: [],
  used: [],
  refused: [],
  withdrawn: [],
}

const sponsorship: Changes = {
  noted: ['answered', 'refused', 'withdrawn'],
  prepared: ['sent', 'withdrawn'],
  sent: ['granted', 'returned', 'refused', 'withdrawn'],
  returned: ['amended', 'refused', 'withdrawn'],
  amended: ['granted', 'returned', 'refused', 'withdrawn'],
  answered: [],
  granted: ['granted', 'used'],
  used: [],
  refused: [],
  withdrawn: [],
}

/** Allowed changes of a request's state, by its kind. */
export const requestChanges: Readonly<Record<RequestKind, Changes>> = { technical, sponsorship }

/** States in which Microsoft's answer is awaited. */
export const waitingStates: readonly RequestState[] = ['sent', 'amended']
