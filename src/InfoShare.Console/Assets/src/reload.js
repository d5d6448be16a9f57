// While something is worked out, the page is loaded again. Without script there is a link that does it.
const seconds = 3

export function reloadWhileWorking () {
  if (document.querySelector('[data-working]')) setTimeout(() => location.reload(), seconds * 1000)
}
