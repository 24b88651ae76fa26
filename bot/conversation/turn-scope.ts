import type { Understanding } from '../../dialogs/understanding/understand.ts'
import type { Incoming } from '../activity/activity.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { Commands } from './commands.ts'
import type { GuideRunner } from './guide-runner.ts'

/** Objects of one attempt at a turn. */
export interface TurnScope {
  readonly activity: Incoming
  readonly work: UnitOfWork
  readonly guides: GuideRunner
  readonly commands: Commands
  readonly understanding: Understanding
  /** Wall-clock arrival of the activity, milliseconds; a time-lapse does not change it. */
  readonly receivedAt: number
}
