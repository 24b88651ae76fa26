import type { Program, Source, SponsorshipRule } from '../program/program.ts'
import type { Agreement } from '../program/program-vocabulary.ts'

/** Whether Azure sponsorship can be used under a billing agreement, with the code of the sentence that says why. */
export interface SponsorshipAnswer {
  readonly usable: SponsorshipRule['usable']
  readonly reason: string
  readonly source: Source | undefined
}

export function sponsorshipUnder(program: Program, agreement: Agreement): SponsorshipAnswer {
  const { usable, reason, source } = program.sponsorship[agreement]
  return { usable, reason, source: program.sources[source] }
}
