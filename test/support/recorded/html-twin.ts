import type { Activity } from '../client/activity.ts'

const mention = /<at>(.*?)<\/at>/g

/** Repeats the words as HTML in an attachment, as Teams does with everything that is typed. */
export function htmlTwin(activity: Activity): Activity {
  return withTwin(activity, (html) => `<p>${html}</p>`)
}

/** The same where the person used the toolbar: only the attachment has the format, the text is plain all the same. */
export function formattedTwin(activity: Activity): Activity {
  return withTwin(
    activity,
    (html) => `<div><ul>\n<li><strong>${html}</strong>&nbsp;</li></ul>\n<p>&nbsp;</p></div>`,
  )
}

function withTwin(activity: Activity, format: (html: string) => string): Activity {
  const { text, attachments = [] } = activity
  if (text === undefined) return activity
  const twin = { contentType: 'text/html', content: format(asHtml(text)) }
  return { ...activity, textFormat: 'plain', attachments: [...attachments, twin] }
}

function asHtml(text: string): string {
  const named = text.replace(mention, (_, name: string) => `\u0001${name}\u0002`)
  const escaped = named.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
  return escaped
    .replaceAll('\u0001', '<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">')
    .replaceAll('\u0002', '</span>')
}
