import { choice, line, optional } from '../../../engine/form.ts'
import type { Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { extensionNote } from '../../../inputs/phone.ts'
import { openPage, otherPage, stepsBy } from '../../../wording/portal.ts'
import { copyText, detailsOf, type Entered, factsOf } from './details.ts'

/** The request was sent in Partner Center, which may have shown a case number. */
export const sentForm = { done: choice(['done']), caseNumber: optional(line(40)) }

/** The request to be copied into Partner Center, field by field and as one text. */
export function howToSend(world: World, entered: Entered): Shown {
  const details = detailsOf(entered)
  const { screen, sources } = stepsBy(world, ['submitRequest'])
  return {
    warnings: extensionNote(world.translations, details),
    view: {
      copy: factsOf(world, details).filter(({ field }) => field !== 'description'),
      paste: copyText(world, details),
      screen,
    },
    sources: [...sources, world.program.rules.technicalHelp],
    buttons: [openPage(world, 'technicalRequest'), ...otherPage(world, 'technicalRequest')],
  }
}
