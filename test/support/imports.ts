const statement = /^(?:import|export)\s[^'"=();]*?from\s+['"]([^'"]+)['"]/gm
const sideEffect = /^import\s+['"]([^'"]+)['"]/gm
const call = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g

/** Every module that a formatted TypeScript source names, for its values or only its types. */
export function importsOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  return [statement, sideEffect, call].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, name]) => name ?? ''),
  )
}
