import { createHash } from 'node:crypto'

/** Where the link to a person's data leads. */
export const downloadPath = '/my-data'

/**
 * What stands behind the # never leaves the browser by itself: no log of a web server has it, and whoever only looks at
 * the link (a scanner of mails, a preview) uses nothing up. The button sends it.
 */
const script = `
const button = document.querySelector('button')
const say = (text) => { document.querySelector('p').textContent = text }
const save = (name, type, text) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.textContent = name
  document.body.append(link, document.createElement('br'))
}
button.addEventListener('click', async () => {
  button.remove()
  const ticket = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('${downloadPath}', { method: 'POST', headers, body: JSON.stringify({ ticket }) })
  if (!answer.ok) return say('This link is used up or too old. / Ce lien a déjà servi ou il est trop ancien.')
  const { name, data, text } = await answer.json()
  say('To save: / À enregistrer :')
  save(name + '.txt', 'text/plain;charset=utf-8', text)
  save(name + '.json', 'application/json', JSON.stringify(data, null, 2))
})
`
const allowed = `'sha256-${createHash('sha256').update(script).digest('base64')}'`

export const downloadPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${allowed}; connect-src 'self'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>Rewards Guide</title>
<p>The link works once. / Le lien ne sert qu'une fois.</p>
<button>Get my data / Obtenir mes données</button>
<script>${script}</script>
</html>
`
