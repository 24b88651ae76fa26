import sharp from 'sharp'

const ICONS = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
]

/** Renders appPackage/icons/*.svg to the package's PNG files, which are committed. */
export async function main(): Promise<number> {
  for (const { name, size } of ICONS)
    await sharp(`appPackage/icons/${name}.svg`).resize(size).png().toFile(`appPackage/${name}.png`)
  return 0
}
