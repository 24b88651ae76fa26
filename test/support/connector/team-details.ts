import { type Answer, failure } from './connector-answer.ts'
import type { ConnectorWorld } from './connector-world.ts'

const unknownTeam = failure(404, 'BadArgument', 'Unknown team')

export function readTeam(world: ConnectorWorld, id: string): Answer {
  const team = world.teams.get(id)
  if (!team) return unknownTeam
  const { channels, ...details } = team
  const memberCount = world.find(id)?.seed.people.length ?? 0
  return { status: 200, body: { ...details, type: 'standard', channelCount: channels.length, memberCount } }
}

/** The General channel has the team's id and no name, as in Teams. */
export function listChannels(world: ConnectorWorld, id: string): Answer {
  const team = world.teams.get(id)
  if (!team) return unknownTeam
  const conversations = team.channels.map((channel) => ({ ...channel, channelType: 'standard' }))
  return { status: 200, body: { conversations } }
}
