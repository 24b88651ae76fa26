import { localized } from '../../../src/core/text/localized.ts'
import { pickSome } from '../../engine/form.ts'
import type { Button, Option, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'
import { openPage, otherPage, screenNote } from '../../wording/portal.ts'

/** Those of the chosen benefits that were activated in Partner Center. */
export const activatedForm = { activated: pickSome() }

/** The chosen benefits to be confirmed, with the contact whom Microsoft will write to. */
export function activationToConfirm(world: World, chosen: readonly string[]): Shown {
  const { contact } = world.company
  return {
    textValues: { name: contact?.name, email: contact?.email },
    view: { facts: chosen.map((id) => ({ title: benefitTitle(world, id), value: gain(world, id) })) },
    buttons: [changeContact(world)],
    sources: [world.program.rules.refresh],
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
export const howToActivate = (world: World, chosen: readonly string[]): Shown => ({
  view: {
    several: chosen.length > 1,
    chosen: chosen.map((id) => benefitTitle(world, id)),
    screen: screenNote(world, ['benefitsTab', 'activate']),
  },
  buttons: [openPage(world, 'benefits'), ...otherPage(world, 'benefits')],
})

/** The chosen benefits as options. */
export const titledOptions = (world: World, chosen: readonly string[]): Option[] =>
  chosen.map((value) => ({ value, title: benefitTitle(world, value) }))
