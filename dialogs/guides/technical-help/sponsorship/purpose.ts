import { sponsorshipPurposes } from '../../../../src/core/program/program-vocabulary.ts'
import { allowancesOf } from '../../../../src/core/sponsorship/allowances.ts'
import { choice } from '../../../engine/form.ts'
import type { Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { allowanceText, channelAllowanceText } from '../../../wording/allowance-words.ts'
import { verdictOn } from './agreement.ts'

/** What the sponsorship is for, or nothing for now. */
export const purposeForm = { choice: choice([...sponsorshipPurposes, 'enough']) }

/** Tests the purpose that was chosen. */
export const isForPurpose =
  (...purposes: readonly string[]) =>
  ({
    answers: { purpose },
  }: {
    readonly answers: { readonly purpose: { readonly choice: string } | undefined }
  }): boolean =>
    purpose !== undefined && purposes.includes(purpose.choice)

/** Verdict on the agreement, and the allowances that requests are paid from. */
export function purposesToChoose(world: World, agreement: Parameters<typeof verdictOn>[1]): Shown {
  const verdict = verdictOn(world, agreement)
  const allowances = allowancesOf(world.company, world.program)
  const channel = channelAllowanceText(world)
  const { channelAllowance } = world.program
  const cited = [...allowances.map(({ ceiling }) => ceiling), channelAllowance]
  const sources = cited.flatMap((each) => (each ? [each.source] : []))
  return {
    ...verdict,
    textValues: {
      ...verdict.textValues,
      allowances: [
        ...allowances.map((each) => allowanceText(world, each)),
        ...(channel ? [channel] : []),
      ].join('\n\n'),
    },
    sources: [...new Set([...(verdict.sources ?? []), ...sources])],
  }
}
