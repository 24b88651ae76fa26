import { catalogue } from '../../dialogs/catalogue.ts'
import { GuideDialogs } from '../../dialogs/engine/guide-dialogs.ts'
import type { Guide } from '../../dialogs/engine/step.ts'
import type { Understanding } from '../../dialogs/understanding/understand.ts'
import type { Clock } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import type { HandleActivity, ReportFailure } from '../turn/turn-request.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import { Commands } from './commands.ts'
import { settleGreeting } from './greeting.ts'
import { GuideRunner } from './guide-runner.ts'
import { keepLanguage } from './language-detection.ts'
import { noticeLostReply } from './lost-reply-notice.ts'
import { keepReachable } from './reachability.ts'
import { route } from './router.ts'
import { contextOf } from './turn-context.ts'
import { forgetRecordedLine } from './typed-lines.ts'

/** Services of the handler; `guides` replace the catalogue's. */
export interface HandlingServices {
  readonly understanding: Understanding
  readonly wallClock: Clock
  readonly guides?: readonly Guide[]
}

/** Creates the handlers of one activity and of its failure. */
export function createActivityHandler(handling: HandlingServices): {
  handleActivity: HandleActivity
  reportFailure: ReportFailure
} {
  const { understanding, wallClock, guides = catalogue.guides } = handling
  const dialogs = new GuideDialogs(guides)
  const pages = new Map(catalogue.pages.map((page) => [page.id, page]))
  const attempt = (activity: Incoming, work: UnitOfWork) => {
    const runner = new GuideRunner(dialogs, contextOf(activity), work)
    const commands = new Commands(pages, new Set(dialogs.guides.keys()), runner, work)
    return { activity, work, guides: runner, commands, understanding, receivedAt: wallClock() }
  }
  return {
    handleActivity: async (activity, work) => {
      const current = attempt(activity, work)
      if (work.isPersonalChat) await work.speaker.learnRole()
      noticeLostReply(current)
      await route(current)
      forgetRecordedLine(work)
      keepLanguage(current)
      await settleGreeting(current)
      keepReachable(current)
    },
    reportFailure: async (activity, work, reference) => {
      const { guides, commands } = attempt(activity, work)
      guides.abandon()
      if (work.isPersonalChat) await commands.show('broken', reference)
    },
  }
}
