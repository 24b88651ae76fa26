import { exportName } from './guide-names.ts'

/** The list of guides with one line more, sorted as `npm run lint` wants it. */
export function withGuide(list: string, id: string): string {
  const line = `export { ${exportName(id)} } from './${id}/recipe.ts'`
  const lines = list.trimEnd().split('\n')
  const next = lines.findIndex((each) => each.startsWith('export ') && pathIn(each) > pathIn(line))
  return `${lines.toSpliced(next < 0 ? lines.length : next, 0, line).join('\n')}\n`
}

const pathIn = (line: string): string => line.slice(line.indexOf("'"))
