import type { Contact } from '../../../src/core/company/company-event.ts'
import { open } from '../../engine/button-intent.ts'
import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { contactPromise, contactWords } from '../../wording/certainty.ts'
import { contactFacts } from './contact-facts.ts'

/** The contact that was recorded, and what differs from the one before. */
export function contactReceipt(world: World, contact: Contact): Shown {
  return {
    textValues: { name: contact.name, promise: contactWords(world, 'assign-contact.recorded') },
    view: { facts: contactFacts(world, contact), lines: changesIn(world) },
    sources: [contactPromise(world.program)],
    buttons: [{ title: world.translations.t('activate-benefits.name'), intent: open('activate-benefits') }],
  }
}

function changesIn({ recorded, translations }: World): string[] {
  const changed = recorded.flatMap((event) => (event.type === 'ContactChanged' ? event.changed : []))
  const fields = translations.list(
    changed.map((field) => translations.t(`assign-contact.form.labels.${field}`)),
  )
  return changed.length > 0 ? [translations.t('assign-contact.changed', { fields })] : []
}
