import type { Page } from 'playwright-core'

const longest = 160
const most = 40

/** What passed between the page and the Playground's server last: calls with their status, and what the server pushed. */
export class Trail {
  #lines: string[] = []

  constructor(page: Page) {
    page.on('response', (response) => {
      const request = response.request()
      if (request.method() !== 'GET') this.#add(`${request.method()} ${request.url()}: ${response.status()}`)
    })
    page.on('websocket', (socket) => {
      this.#add('socket opened')
      socket.on('close', () => this.#add('socket closed'))
      socket.on('framereceived', ({ payload }) => this.#add(String(payload)))
    })
  }

  toString(): string {
    return this.#lines.join('\n')
  }

  #add(line: string): void {
    const time = new Date().toISOString().slice(11, 23)
    this.#lines = [...this.#lines.slice(1 - most), `${time} ${line.slice(0, longest)}`]
  }
}
