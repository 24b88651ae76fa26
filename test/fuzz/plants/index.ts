/** A module of the bot, and the one that is put in its place; both from the root. */
export interface Plant {
  readonly of: string
  readonly by: string
}

/** Holes that the fuzzer has to find, by name. */
export const plants: Readonly<Record<string, Plant>> = {
  'group-by-type': { of: 'bot/activity/conversation-scope.ts', by: 'test/fuzz/plants/group-by-type.ts' },
  'one-company': { of: 'bot/activity/addressing.ts', by: 'test/fuzz/plants/one-company.ts' },
  'invisible-characters': {
    of: 'src/core/text/invisible.ts',
    by: 'test/fuzz/plants/invisible-characters.ts',
  },
}

const urlOf = (path: string) => new URL(`../../../${path}`, import.meta.url).href

/** For node's `--import`, after tsx: replaces one module; the bot itself is unchanged. */
export function importsOf(plant: Plant): string {
  const data = JSON.stringify({ of: urlOf(plant.of), by: urlOf(plant.by) })
  const hook = JSON.stringify(new URL('swap.mjs', import.meta.url).href)
  const code = `import{register}from'node:module';register(${hook},{data:${data}})`
  return `data:text/javascript,${encodeURIComponent(code)}`
}
