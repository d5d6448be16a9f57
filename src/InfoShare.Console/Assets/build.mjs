// Bundles what the pages load into dist/, below the folder that this runs in: styles, scripts, and the pictures that the styles name.
import { build } from 'esbuild'
import { cp, mkdir, readFile, rm } from 'node:fs/promises'

const dist = 'dist'
const govuk = 'node_modules/govuk-frontend/dist/govuk/assets/images'
const moj = 'node_modules/@ministryofjustice/frontend/moj/assets/images'
// The crown, the crest and GOV.UK's own icons belong to GOV.UK; this service is not on it.
const notOurs = /crest|crown|logotype|opengraph|favicon|govuk-icon/

// GDS Transport may be used on GOV.UK only; without it, what the style sheets fall back to.
const withoutGdsTransport = {
  name: 'without-gds-transport',
  setup: (bundler) => bundler.onLoad({ filter: /\.min\.css$/ }, async ({ path }) => ({
    contents: (await readFile(path, 'utf8'))
      .replace(/@font-face\s*\{[^}]*GDS Transport[^}]*\}/g, '')
      .replace(/["']?GDS Transport["']?\s*,\s*/g, ''),
    loader: 'css'
  }))
}

await rm(dist, { recursive: true, force: true })
await mkdir(`${dist}/images`, { recursive: true })
for (const images of [govuk, moj]) {
  await cp(images, `${dist}/images`, { recursive: true, filter: (source) => !notOurs.test(source) })
}
await cp('src/favicon.svg', `${dist}/images/favicon.svg`)
await build({
  entryPoints: ['src/console.js', 'src/console.css', 'src/enable.js'],
  outdir: dist,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  external: ['/assets/*', '/dist/*'],
  plugins: [withoutGdsTransport],
  legalComments: 'linked',
  logOverride: { 'css-syntax-error': 'silent' } // a hack for an old browser in one of the packages
})
