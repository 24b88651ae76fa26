import { localized } from '../../../src/core/text/localized.ts'
import { pickSome } from '../../engine/form.ts'
import type { Button, Option, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'
import { contactPromise, contactWords } from '../../wording/certainty.ts'
import { openPage, otherPage, stepsBy } from '../../wording/portal.ts'

/** Those of the chosen benefits that were activated in Partner Center. */
export const activatedForm = { activated: pickSome() }

/** The chosen benefits to be confirmed, with the contact whom Microsoft will write to. */
export function activationToConfirm(world: World, chosen: readonly string[]): Shown {
  const { contact } = world.company
  return {
    textValues: { promise: contactWords(world, 'activate-benefits.promise', { ...contact }) },
    view: { facts: chosen.map((id) => ({ title: benefitTitle(world, id), value: gain(world, id) })) },
    buttons: [changeContact(world)],
    sources: [contactPromise(world.program)],
  }
}

function gain({ program, translations }: World, id: string): string {
  const benefit = program.benefits.find((each) => each.id === id)
  return benefit ? localized(benefit.what, translations.language) : ''
}

const changeContact = ({ translations }: World): Button => ({
  title: translations.t('activate-benefits.change-contact'),
  intent: { do: 'detour', guide: 'assign-contact', backTo: 'activate-benefits' },
})

/** Instructions to activate the chosen benefits in Partner Center. */
export function howToActivate(world: World, chosen: readonly string[]): Shown {
  const { screen, sources } = stepsBy(world, ['benefitsTab', 'viewAllBenefits', 'activate'])
  return {
    view: { several: chosen.length > 1, chosen: chosen.map((id) => benefitTitle(world, id)), screen },
    buttons: [openPage(world, 'benefits'), ...otherPage(world, 'benefits')],
    sources,
  }
}

/** The chosen benefits as options. */
export const titledOptions = (world: World, chosen: readonly string[]): Option[] =>
  chosen.map((value) => ({ value, title: benefitTitle(world, value) }))
