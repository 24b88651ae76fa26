import { catalogue } from '../../dialogs/catalogue.ts'
import type { Guide } from '../../dialogs/engine/step.ts'
import type { Understanding } from '../../dialogs/understanding/understand.ts'
import type { Clock } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import type { Apologise, Think } from '../turn/turn-request.ts'
import type { Desk } from '../turn/unit-of-work.ts'
import { Commands } from './commands.ts'
import { settleGreeting } from './greeting.ts'
import { GuideRunner } from './guide-runner.ts'
import { tellLost } from './lost-reply-notice.ts'
import { keepInTouch } from './reachability.ts'
import { route } from './router.ts'
import { keepLanguage } from './spoken-language.ts'
import { contextOf } from './turn-context.ts'
import { closeRecorded } from './typed-lines.ts'

export interface Thinking {
  readonly understanding: Understanding
  readonly wallClock: Clock
  readonly guides?: readonly Guide[]
}

export function createThinking(thinking: Thinking): { think: Think; apologise: Apologise } {
  const { understanding, wallClock, guides = catalogue.guides } = thinking
  const byId = new Map(guides.map((guide) => [guide.id, guide]))
  const pages = new Map(catalogue.pages.map((page) => [page.id, page]))
  const attempt = (activity: Incoming, desk: Desk) => {
    const runner = new GuideRunner(byId, contextOf(activity), desk)
    const commands = new Commands(pages, new Set(byId.keys()), runner, desk)
    return { activity, desk, guides: runner, commands, understanding, receivedAt: wallClock() }
  }
  return {
    think: async (activity, desk) => {
      const current = attempt(activity, desk)
      if (desk.isPrivate) await desk.speaker.learnRole()
      tellLost(current)
      await route(current)
      closeRecorded(desk)
      keepLanguage(current)
      await settleGreeting(current)
      keepInTouch(current)
    },
    apologise: async (activity, desk, reference) => {
      const { guides, commands } = attempt(activity, desk)
      guides.abandon()
      if (desk.isPrivate) await commands.show('broken', reference)
    },
  }
}
