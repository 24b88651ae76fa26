import type { Command } from '../../../src/core/company/command.ts'
import { portalVerdicts } from '../../../src/core/company/company-event.ts'
import { isOutside } from '../../../src/core/eligibility/portal-verdict.ts'
import { open } from '../../engine/button-intent.ts'
import { choice, type Filled } from '../../engine/form.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { Branch } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { contactPromise, contactWords } from '../../wording/certainty.ts'
import { openPage } from '../../wording/portal.ts'
import { whatRulesOut } from './estimated.ts'

/** Choices: what Partner Center shows, or another way on. */
export const verdictForm = { choice: choice([...portalVerdicts, 'later', 'join']) }

type Verdict = Filled<typeof verdictForm>

/** Records what Partner Center shows. */
export const verdictCommands = ({ choice }: Verdict): Command[] =>
  choice === 'later' || choice === 'join' ? [] : [{ type: 'RecordPortalVerdict', verdict: choice }]

/** Leads on from what Partner Center shows. */
export function afterVerdict({ choice }: Verdict): Branch {
  if (choice === 'join') return { start: 'join-program' }
  return choice === 'not-visible' ? { start: 'program-not-visible' } : { to: choice }
}

/** Next steps after a confirmation: the contact, then the benefits. */
export function nextSteps(world: World): Shown {
  const needsContact = world.company.contact === undefined
  return {
    sources: needsContact ? [contactPromise(world.program)] : [],
    view: {
      lines: [
        ...(needsContact ? [contactWords(world, 'check-eligibility.eligible.contact-first')] : []),
        world.translations.t('check-eligibility.eligible.activate'),
      ],
    },
    buttons: [
      ...(needsContact ? [toGuide(world, 'assign-contact')] : []),
      toGuide(world, 'activate-benefits'),
      toGuide(world, 'my-rewards'),
    ],
  }
}

/** Possible reasons of a refusal, and where to ask. */
export function whyNot(world: World): Shown {
  const { translations, program } = world
  const reasons = whatRulesOut(world)
  const agrees = translations.t('check-eligibility.not-eligible.expected', { reasons: reasons.join(' ') })
  return {
    sources: [program.rules.profiles, program.rules.visibility],
    view: {
      lines: [
        reasons.length > 0 ? agrees : translations.t('check-eligibility.not-eligible.unexpected'),
        translations.t('check-eligibility.not-eligible.support'),
      ],
    },
    buttons: [
      openPage(world, 'support', translations.t('check-eligibility.not-eligible.open-support')),
      toGuide(world, 'program-not-visible'),
      toGuide(world, 'my-rewards'),
    ],
  }
}

/** Buttons to the page to check later, and to the way in for a company that is not enrolled. */
export const lookLater = (world: World): Shown => ({
  buttons: [
    ...(isOutside(world.company) ? [toGuide(world, 'join-program')] : []),
    openPage(world, 'rewards'),
    toGuide(world, 'my-rewards'),
  ],
})

const toGuide = ({ translations }: World, id: string): Button => ({
  title: translations.t(`${id}.name`),
  intent: open(id),
})
