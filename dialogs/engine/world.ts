import type { ChatOutput } from './world/chat-output.ts'
import type { CompanyLog } from './world/company-log.ts'
import type { CompanyView } from './world/company-view.ts'
import type { Drafts } from './world/drafts.ts'
import type { Localization } from './world/localization.ts'
import type { People } from './world/people.ts'
import type { ReminderSettings } from './world/reminder-settings.ts'
import type { Speaker } from './world/speaker.ts'
import type { Spoken } from './world/spoken.ts'

/** Everything a step or page can read and do in one turn; each retry gets a new one. */
export type World = CompanyView &
  CompanyLog &
  Speaker &
  Localization &
  ChatOutput &
  ReminderSettings &
  People &
  Spoken &
  Drafts
