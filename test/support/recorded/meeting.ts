import type { Activity } from '../client/activity.ts'
import type { ChatClient } from '../client/chat-client.ts'
import { teamsId } from '../wire-ids.ts'
import { withChannelData } from './shape.ts'

/** The id of a meeting's chat. */
export const meetingChatId = () => `19:meeting_${teamsId('')}@thread.v2`

/** The person in the chat of a new meeting. */
export const inMeeting = (client: ChatClient) => client.inGroup(meetingChatId())

/** Fields of meeting chats only: the meeting id. */
export function ofMeeting(activity: Activity): Activity {
  const id = Buffer.from(`0#${activity.conversation?.id}#0`).toString('base64')
  return withChannelData(activity, { meeting: { id } })
}
