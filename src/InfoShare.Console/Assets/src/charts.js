// A chart is drawn from the table that follows it, which stays: nobody needs the picture to know the figures.
import { use, init } from 'echarts/core'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

const colours = ['#1d70b8', '#00703c', '#b58840', '#d4351c', '#4c2c92', '#505a5f']
const still = matchMedia('(prefers-reduced-motion: reduce)').matches

export function drawCharts () {
  for (const table of document.querySelectorAll('table[data-chart]')) draw(table)
}

function draw (table) {
  const { names, series } = read(table)
  if (names.length === 0 || !series.some(({ values }) => values.some((value) => value > 0))) return
  const place = document.createElement('div')
  place.className = 'console-chart'
  place.setAttribute('role', 'img')
  place.setAttribute('aria-label', `${table.caption?.textContent.trim() ?? 'Chart'}; the table below says the same`)
  // Before the region that scrolls, if there is one: the chart needs no scrolling.
  const outer = table.closest('.console-scroll') ?? table
  outer.before(place)
  const chart = init(place, null, { renderer: 'svg' })
  const kind = table.dataset.chart
  chart.setOption({
    animation: !still,
    color: colours,
    textStyle: { fontFamily: 'arial, sans-serif', fontSize: 14 },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, top: 0, left: 0 },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'category', data: names, axisLabel: { hideOverlap: true } },
    yAxis: { type: 'value', minInterval: table.dataset.whole === undefined ? undefined : 1 },
    series: series.map(({ name, values }) => ({
      name, type: kind === 'line' ? 'line' : 'bar', data: values, stack: kind === 'stacked' ? 'all' : undefined, connectNulls: false
    }))
  })
  addEventListener('resize', () => chart.resize())
}

// The first column names the points; every other numeric column is a series.
function read (table) {
  const head = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim())
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))
  const series = head.slice(1).map((name, nth) => ({ name, values: rows.map((row) => number(row[nth + 1])) }))
  return { names: rows.map((row) => row[0]), series: series.filter(({ values }) => values.some((value) => value !== null)) }
}

// A figure that is left out, or a word in place of one, is a gap.
function number (text) {
  const value = Number.parseFloat(text.replaceAll(',', ''))
  return Number.isFinite(value) ? value : null
}
