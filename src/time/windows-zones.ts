import { WINDOWS_TO_IANA_MAP } from 'windows-iana'

/** CLDR's territory for a zone without a region. */
const world = '001'

const byName = new Map(
  WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === world).map(
    ({ windowsName, iana }) => [windowsName.toLowerCase(), iana[0]] as const,
  ),
)

/**
 * Returns the IANA zone for a name shown by Windows ("Romance Standard Time", "Eastern Time"), in any case; undefined
 * otherwise. Source: Unicode CLDR, windowsZones.
 */
export function ianaOfWindows(name: string): string | undefined {
  const said = name.trim().toLowerCase()
  return byName.get(said) ?? byName.get(said.replace(/(?<!standard) time$/, ' standard time'))
}
