import { LinkifyIt } from 'linkify-it'

const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, tlds: ['[a-z]{2,63}'] })

/** Links that clients would find in plain text. */
export const linksIn = (text: string): string[] => (finder.match(text) ?? []).map(({ url }) => url)
