import type { Program, Source } from '../program/program.ts'
import type { Agreement } from '../program/program-vocabulary.ts'
import type { SponsorshipRule } from '../program/sponsorship-rules.ts'

/** Answer whether a billing agreement allows Azure sponsorship; `reason` is the code of a sentence. */
export interface SponsorshipAnswer {
  readonly usable: SponsorshipRule['usable']
  readonly reason: string
  readonly source: Source | undefined
}

/** Looks up in the program version whether a billing agreement allows Azure sponsorship. */
export function sponsorshipUnder(program: Program, agreement: Agreement): SponsorshipAnswer {
  const { usable, reason, source } = program.sponsorship[agreement]
  return { usable, reason, source: program.sources[source] }
}
