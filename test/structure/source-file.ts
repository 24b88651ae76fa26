import { dirname, join } from 'node:path'
import { type Expression, parseSync, Visitor } from 'oxc-parser'

/** A function of a source file. */
export interface SourceFunction {
  /** Empty where it has none. */
  readonly name: string
  /** Lines from its first to its last one. */
  readonly lines: number
}

/** A TypeScript file, as far as the rules of the house look at it. */
export interface SourceFile {
  /** From the root of the repository. */
  readonly path: string
  readonly code: string
  readonly lines: number
  /** Packages by name, files by their path from the root. */
  readonly imports: readonly string[]
  /** Modules whose names it exports as its own. */
  readonly reexports: readonly string[]
  readonly functions: readonly SourceFunction[]
  /** Exported functions without a doc comment. */
  readonly undocumented: readonly string[]
  /** Lines in which a literal list or object is spread. */
  readonly literalSpreads: readonly number[]
}

/** Reads what the rules need out of the code of a file. Throws Error when it is no TypeScript. */
export function readSource(path: string, code: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, code)
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join(', ')}`)
  const resolve = (name: string) => (name.startsWith('.') ? join(dirname(path), name) : name)
  const lineAt = linesOf(code)
  const functions: SourceFunction[] = []
  const typeImports: string[] = []
  const literalSpreads: number[] = []
  const add = (name: string, { start, end }: { start: number; end: number }) =>
    functions.push({ name, lines: lineAt(end) - lineAt(start) + 1 })
  new Visitor({
    FunctionDeclaration: (node) => add(node.id?.name ?? '', node),
    FunctionExpression: (node) => add(node.id?.name ?? '', node),
    ArrowFunctionExpression: (node) => add('', node),
    SpreadElement: ({ argument, start }) => {
      if (isLiteral(argument)) literalSpreads.push(lineAt(start))
    },
    TSImportType: ({ source }) => typeImports.push(source.value),
  }).visit(program)
  const documented = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
  const hasDoc = (start: number) =>
    documented.some(({ end }) => end <= start && code.slice(end, start).trim() === '')
  const reexports = module.staticExports
    .flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []))
    .map(resolve)
  const called = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    code.slice(start + 1, end - 1),
  )
  const imports = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...called,
    ...typeImports,
  ]
  return {
    path,
    code,
    lines: code.trimEnd().split('\n').length,
    imports: [...new Set([...imports.map(resolve), ...reexports])],
    reexports,
    functions,
    undocumented: exportedFunctions(program.body)
      .filter(({ start }) => !hasDoc(start))
      .map(({ name }) => name),
    literalSpreads,
  }
}

/** Tells whether an expression is a list or an object that is written out, also in brackets or with a type. */
function isLiteral(node: Expression): boolean {
  if (
    node.type === 'ParenthesizedExpression' ||
    node.type === 'TSAsExpression' ||
    node.type === 'TSSatisfiesExpression'
  )
    return isLiteral(node.expression)
  return node.type === 'ArrayExpression' || node.type === 'ObjectExpression'
}

type Statement = ReturnType<typeof parseSync>['program']['body'][number]

function exportedFunctions(body: readonly Statement[]): { name: string; start: number }[] {
  return body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    const { declaration, start } = statement
    if (declaration?.type === 'FunctionDeclaration') return [{ name: declaration.id?.name ?? '', start }]
    if (declaration?.type !== 'VariableDeclaration') return []
    return declaration.declarations.flatMap(({ id, init }) =>
      init?.type === 'ArrowFunctionExpression' && id.type === 'Identifier' ? [{ name: id.name, start }] : [],
    )
  })
}

/** The number of the line, from 1 on, in which an offset lies. */
function linesOf(code: string): (offset: number) => number {
  const ends = [...code.matchAll(/\n/g)].map(({ index }) => index)
  return (offset) => ends.filter((end) => end < offset).length + 1
}
