import type { Page, WebSocketRoute } from 'playwright-core'

/** Pushes about messages, which the page draws; its others are for its log. */
const drawn = /"action":"(?:create|update)Message"/

/**
 * Hands on what the Playground's server pushes about messages one by one, each when the page has drawn the one before. What is
 * pushed at the same instant, as on a busy machine, its page forgets but for the first.
 */
export async function paceSockets(page: Page): Promise<void> {
  await page.routeWebSocket(/.*/, (socket) => {
    let before = Promise.resolve()
    socket.connectToServer().onMessage((message) => {
      if (!drawn.test(String(message))) return socket.send(message)
      before = before.then(() => handOn(page, socket, message))
    })
  })
}

async function handOn(page: Page, socket: WebSocketRoute, message: string | Buffer): Promise<void> {
  socket.send(message)
  try {
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))')
  } catch {
    // The page was left meanwhile, and with it the socket.
  }
}
