import { readFileSync } from 'node:fs'
import { createUnderstanding } from '../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../dialogs/understanding/vocabulary.ts'

const u = createUnderstanding(loadVocabularies())
const d = JSON.parse(readFileSync('test/dialogs/understanding/sentences.doubtful.json', 'utf8'))
const un = JSON.parse(readFileSync('test/dialogs/understanding/sentences.unrelated.json', 'utf8')).map(
  (text: string) => ({ text }),
)
for (const { text, not } of [...d, ...un, ...process.argv.slice(2).map((text) => ({ text }))]) {
  const g = u.guess(text, 'en')
  if (g[0]?.confident)
    console.log(
      text,
      '| not',
      not,
      '|',
      g
        .slice(0, 2)
        .map((x) => `${x.id} ${x.score.toFixed(2)}`)
        .join(', '),
    )
}
