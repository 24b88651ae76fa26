import { catalogue } from '../../dialogs/catalogue.ts'
import type { Guide } from '../../dialogs/engine/step.ts'
import type { Understanding } from '../../dialogs/understanding/understand.ts'
import type { Clock } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
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

/** What one activity makes of a desk. May be done again on a fresh desk: it changes nothing else. */
export type Think = (activity: Incoming, desk: Desk) => Promise<void>

/** Says that something broke, and puts the guide aside so that nobody is stuck in it. */
export type Apologise = (activity: Incoming, desk: Desk, reference: string) => Promise<void>

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
