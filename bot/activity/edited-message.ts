import type { Incoming } from './activity.ts'

/** Tells an edited message from one that was restored after its deletion, and from a preview that was added to it. */
export const isEdit = ({ type, channelData }: Incoming): boolean =>
  type === 'messageUpdate' && String(channelData?.eventType).toLowerCase() === 'editmessage'
