import { type Activity, adaptiveCardType } from '../client/activity.ts'
import { uuidV4 } from '../wire-ids.ts'

type Attachment = NonNullable<Activity['attachments']>[number]

/** A message with this in the place of words, out of any typed message of the same person. */
export const instead =
  (...attachments: readonly Attachment[]) =>
  (activity: Activity): Activity => {
    const { text, textFormat, ...rest } = activity
    return { ...rest, attachments: [...attachments] }
  }

/** A pasted picture: its content needs a token. Teams adds an HTML twin that holds only the picture. */
export function picture(): Attachment[] {
  const contentUrl = `https://smba.trafficmanager.net/emea/v3/attachments/0-weu-${uuidV4()}/views/original`
  const content = `<p><img alt="image" src="${contentUrl}" itemid="x" width="200" height="100"></p>`
  return [
    { contentType: 'image/*', contentUrl },
    { contentType: 'text/html', content },
  ]
}

/** A file that was uploaded to the person's OneDrive. */
export function file(name = 'error.docx'): Attachment[] {
  const uniqueId = uuidV4()
  const at = 'https://contoso-my.sharepoint.example/personal/ann_contoso_example'
  const content = {
    downloadUrl: `${at}/_layouts/15/download.aspx?UniqueId=${uniqueId}`,
    uniqueId,
    fileType: 'docx',
  }
  const contentUrl = `${at}/Documents/${name}`
  return [{ contentType: 'application/vnd.microsoft.teams.file.download.info', content, contentUrl, name }]
}

/** A recording from the microphone button. */
export function voiceClip(): Attachment[] {
  const name = `audio-${uuidV4()}.m4a`
  return [
    {
      contentType: 'audio/mp4',
      contentUrl: `https://eu-api.asm.skype.example/v1/objects/0-weu-${name}`,
      name,
    },
  ]
}

/** A card that came from elsewhere, as it stands in the chat. */
export function forwardedCard(text: string): Attachment[] {
  const content = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text, wrap: true }] }
  return [{ contentType: adaptiveCardType, content }]
}
