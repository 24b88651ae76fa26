import type { Command } from '../../../../src/core/company/command.ts'
import type { Agreement } from '../../../../src/core/program/program-vocabulary.ts'
import { stateOf } from '../../../../src/core/requests/request-state.ts'
import { open } from '../../../engine/button-intent.ts'
import { pick } from '../../../engine/form.ts'
import type { Option, Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { openFaq } from './agreement.ts'
import { hasRules } from './rules.ts'

/** Asks whether to record an interest in sponsorship. */
export const interestForm = { choice: pick() }

/** Options, without an interest already recorded. */
export function interestOptions({ company, translations }: World): Option[] {
  const isNoted = company.requests.some((each) => stateOf(each) === 'noted')
  const values = isNoted ? ['enough'] : ['note', 'enough']
  return values.map((value) => ({
    value,
    title: translations.t(`technical-help.interest.options.choice.${value}`),
  }))
}

/** Tests whether an interest is to be recorded: only where the program has no rules for requests. */
export const notesInterest = (
  world: World,
  { interest }: { readonly interest?: object | undefined },
): boolean => interest !== undefined && !hasRules(world)

/** Command that records the interest. */
export const sponsorshipRequest = (world: World, agreement: Agreement = 'unknown'): Command => ({
  type: 'RequestTechnicalHelp',
  request: {
    kind: 'sponsorship',
    id: world.newId(),
    title: world.translations.t('technical-help.what.options.choice.sponsorship'),
    description: '',
    agreement,
  },
})

/** Next steps once it is unlocked. */
export function whatComesNext(world: World): Shown {
  const { company, translations, program } = world
  const { contact } = company
  return {
    view: {
      lines: [
        contact
          ? translations.t('technical-help.by-mail-to', { name: contact.name, email: contact.email })
          : translations.t('technical-help.no-contact'),
      ],
    },
    sources: [program.rules.sponsorship],
    buttons: [
      openFaq(world),
      ...(contact ? [] : [{ title: translations.t('assign-contact.name'), intent: open('assign-contact') }]),
      { title: translations.t('my-rewards.name'), intent: open('my-rewards') },
    ],
  }
}
