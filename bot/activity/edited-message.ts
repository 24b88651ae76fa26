import type { Incoming } from './activity.ts'

/** Tells an edit from a restored message and from an added link preview. */
export const isEdit = ({ type, channelData }: Incoming): boolean =>
  type === 'messageUpdate' && String(channelData?.eventType).toLowerCase() === 'editmessage'
