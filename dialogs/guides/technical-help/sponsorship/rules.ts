import type { SponsorshipRequestRules } from '../../../../src/core/program/sponsorship-rules.ts'
import type { World } from '../../../engine/world.ts'

/** Rules of the program's requests for sponsorship. Throws in programs without, which must not get here. */
export function rulesOf({ program }: World): SponsorshipRequestRules {
  const { sponsorshipRequests } = program
  if (!sponsorshipRequests) throw new Error(`The program ${program.id} has no rules for sponsorship`)
  return sponsorshipRequests
}

/** Tests whether the program says what a request for sponsorship has to be like. */
export const hasRules = ({ program }: World): boolean => program.sponsorshipRequests !== undefined
