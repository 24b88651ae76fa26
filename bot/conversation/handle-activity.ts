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
import { tellLost } from './lost-reply-notice.ts'
import { keepInTouch } from './reachability.ts'
import { route } from './router.ts'
import { keepLanguage } from './spoken-language.ts'
import { contextOf } from './turn-context.ts'
import { closeRecorded } from './typed-lines.ts'

export interface HandlingServices {
  readonly understanding: Understanding
  readonly wallClock: Clock
  readonly guides?: readonly Guide[]
}

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
      if (work.isPrivate) await work.speaker.learnRole()
      tellLost(current)
      await route(current)
      closeRecorded(work)
      keepLanguage(current)
      await settleGreeting(current)
      keepInTouch(current)
    },
    reportFailure: async (activity, work, reference) => {
      const { guides, commands } = attempt(activity, work)
      guides.abandon()
      if (work.isPrivate) await commands.show('broken', reference)
    },
  }
}
