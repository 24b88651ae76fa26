import { downloadLanguage, downloadPath } from '../../../src/http/download-page.ts'
import { ticketTime, writeTicket } from '../../../src/http/ticket.ts'
import { sha256 } from '../../../src/sha256.ts'
import type { CardContent } from '../../engine/render.ts'
import type { ChatOutput } from '../../engine/world/chat-output.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'

/** Card with a download link, as data is too large for a card and channels do not accept files easily. */
export function dataLink(
  world: CompanyView & Speaker & Localization & ChatOutput,
  of: 'person' | 'company',
): CardContent {
  const { translations, personId, company, publicUrl } = world
  if (publicUrl === undefined) {
    return {
      card: 'message',
      section: 'my-data.no-link',
      textValues: { person: personId, company: company.tenant },
    }
  }
  const key = world.newId()
  world.remember({
    download: { key: sha256(key), until: world.now + ticketTime, ...(of === 'company' && { of }) },
  })
  const ticket = writeTicket({ tenant: company.tenant, person: personId, key })
  const url = `${publicUrl}${downloadPath}?${downloadLanguage}=${translations.language}#${ticket}`
  return {
    card: 'message',
    section: of === 'company' ? 'my-data.company-link' : 'my-data.link',
    buttons: [{ title: translations.t('my-data.link.open'), url }],
  }
}
