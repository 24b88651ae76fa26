import { createHash } from 'node:crypto'
import type { Language } from '../../locales/index.ts'

/** Path of the link to a person's data. */
export const downloadPath = '/my-data'

/** Query parameter with the page's language; without it all languages are shown. */
export const downloadLanguage = 'language'

/** Texts by key and language. */
const words = {
  once: { en: 'The link works once.', fr: "Le lien ne sert qu'une fois." },
  get: { en: 'Get my data', fr: 'Obtenir mes données' },
  over: { en: 'This link is used up or too old.', fr: 'Ce lien a déjà servi ou il est trop ancien.' },
  save: { en: 'To save:', fr: 'À enregistrer :' },
} satisfies Readonly<Record<string, Record<Language, string>>>
const inAll = (word: keyof typeof words) => Object.values(words[word]).join(' / ')

/**
 * The fragment after # is never sent by the browser itself, so no web server logs it, and scanners and previews of
 * the link do not redeem the ticket. The button sends it.
 */
const script = `
const words = ${JSON.stringify(words)}
const language = new URLSearchParams(location.search).get('${downloadLanguage}')
const isSpoken = language !== null && Object.hasOwn(words.get, language)
const t = (word) => isSpoken ? words[word][language] : Object.values(words[word]).join(' / ')
const button = document.querySelector('button')
const say = (word) => { document.querySelector('p').textContent = t(word) }
if (isSpoken) document.documentElement.lang = language
button.textContent = t('get')
say('once')
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
  if (!answer.ok) return say('over')
  const { name, data, text } = await answer.json()
  say('save')
  save(name + '.txt', 'text/plain;charset=utf-8', text)
  save(name + '.json', 'application/json', JSON.stringify(data, null, 2))
})
`
const allowed = `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/** HTML of the download page. */
export const downloadPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${allowed}; connect-src 'self'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>Rewards Guide</title>
<p>${inAll('once')}</p>
<button>${inAll('get')}</button>
<script>${script}</script>
</html>
`
