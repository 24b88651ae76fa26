/** A picture of the gallery. */
export interface Picture {
  readonly file: string
  readonly title: string
  readonly situation: string
  readonly language: string
  /** Pixels of the narrow and the wide card, nothing unfolded. */
  readonly heights: readonly number[]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const figure = ({ file, title, situation, language, heights }: Picture): string =>
  `<figure lang="${language}"><figcaption><b>${escaped(title)}</b> · ${language} · ${escaped(situation)} · ` +
  `${heights.join(' and ')} px high</figcaption><img src="${encodeURI(file)}" alt="${escaped(title)}" loading="lazy"></figure>`

/** HTML of the page that shows all pictures, with a field to find one. */
export const indexPage = (pictures: readonly Picture[]): string => `<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every card of Rewards Guide</title>
<style>
  body { font: 14px 'Segoe UI', system-ui, sans-serif; margin: 16px; }
  figure { margin: 0 0 24px; overflow-x: auto; }
  figcaption { padding: 4px 0; }
  input { font: inherit; padding: 6px 8px; width: 320px; }
</style>
<h1>Every card of Rewards Guide</h1>
<p>${pictures.length} states of cards, of one sample company: light, dark and high contrast, 300 and 640 pixels wide.</p>
<p><label>Find: <input id="find" type="search" autofocus></label></p>
${pictures.map(figure).join('\n')}
<script>
  document.querySelector('#find').addEventListener('input', ({ target }) => {
    const words = target.value.toLowerCase()
    for (const each of document.querySelectorAll('figure'))
      each.hidden = !each.textContent.toLowerCase().includes(words)
  })
</script>
`
