import type { Settings } from './settings.ts'

/** Sentences that the bot understands. */
export const thingsToType = [
  'Are we eligible for Marketplace Rewards?',
  'Marketing contact',
  'Pourquoi je ne vois pas le programme ?',
]

/** Message shown once everything serves. */
export function greeting(settings: Settings): string {
  return [
    '',
    ...addresses(settings),
    ...openness(settings),
    '',
    `Ctrl-C ends ${settings.chat ? 'both' : 'it'}.`,
    '',
  ].join('\n')
}

function addresses({ chat, chatPort, port, store }: Settings): string[] {
  const bot = `http://127.0.0.1:${port}/api/messages`
  const kept = `The data is kept in ${store}`
  if (!chat) return [`The bot serves at ${bot}`, kept]
  const typing = ['', 'Three things to type:', ...thingsToType.map((thing) => `  ${thing}`), '']
  return [`Open http://localhost:${chatPort} to chat with Rewards Guide (the bot: ${bot})`, ...typing, kept]
}

function openness({ authenticated }: Settings): string[] {
  if (authenticated) return []
  return [
    'It runs without authentication, listens on loopback only, and NODE_ENV=production refuses to start that way.',
  ]
}
