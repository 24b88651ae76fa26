/** A running bot that can be stopped. */
export interface Endable {
  /** Serves on for `milliseconds` while others take over. */
  leave(milliseconds: number): Promise<void>
  stop(): Promise<void>
}

/** Stops the process on the first SIGINT or SIGTERM after `drain` milliseconds; at once on the second. */
export function endWhenAsked(running: Endable, drain: number): void {
  let isEnding = false
  const end = () => {
    if (isEnding) endAtOnce()
    isEnding = true
    void endInOrder(running, drain)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
}

async function endInOrder(running: Endable, drain: number): Promise<void> {
  await running.leave(drain)
  await running.stop()
  process.exit(0)
}

/** Kills the process: LMDB can block a normal exit for ever while writing, and then no supervisor restarts it. */
export function endAtOnce(): void {
  process.kill(process.pid, 'SIGKILL')
}
