import type { Understanding } from '../../dialogs/understanding/understand.ts'
import type { Incoming } from '../activity/activity.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'
import type { Commands } from './commands.ts'
import type { GuideRunner } from './guide-runner.ts'

/** One attempt at a turn, ready to be thought. */
export interface TurnScope {
  readonly activity: Incoming
  readonly work: UnitOfWork
  readonly guides: GuideRunner
  readonly commands: Commands
  readonly understanding: Understanding
  /** Real milliseconds at which the activity arrived; a time-lapse does not change it. */
  readonly receivedAt: number
}
