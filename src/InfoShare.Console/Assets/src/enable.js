// First thing in the body, and blocking: what needs script is drawn once, not twice.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
