export * from '../../../src/core/text/invisible.ts'

/** A hole: what nobody sees stays in what people enter, so that two addresses that look alike are not. */
export const withoutInvisible = (text: string): string => text
