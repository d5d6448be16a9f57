// Keeps the counts of the flow picture moving. Without script the page shows those of the moment it was asked for.
export function followFlow () {
  const picture = document.querySelector('[data-flow]')
  if (!picture) return
  const state = document.querySelector('[data-flow-state]')
  const stream = new EventSource(picture.dataset.flow)
  stream.addEventListener('counts', (event) => show(JSON.parse(event.data), state))
  stream.addEventListener('error', () => {
    say(state, stream.readyState === EventSource.CLOSED
      ? 'The counts no longer move: you may have been signed out. Load the page again.'
      : 'The counts have stopped moving; trying again.')
  })
}

function show ({ at, counts }, state) {
  for (const element of document.querySelectorAll('[data-count]')) {
    const count = counts[element.dataset.count] ?? 0
    const text = count.toLocaleString('en-GB')
    if (element.textContent === text) continue
    element.textContent = text
    element.closest('[data-edge]')?.classList.toggle('console-flow--none', count === 0)
  }
  say(state, `As of ${at}.`)
}

function say (state, text) {
  if (state && state.textContent !== text) state.textContent = text
}
