import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Tells whether a local port accepts connections. */
export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** Resolves once the address answers with success; rejects when `signal` is aborted. */
export async function untilAnswering(url: string, signal: AbortSignal): Promise<void> {
  while (!(await answers(url))) await sleep(100, undefined, { signal })
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
