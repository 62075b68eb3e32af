// Ctrl+Alt and a letter presses what carries it as aria-keyshortcuts. The bare letters belong to the Vietnamese input method.
document.addEventListener('keydown', event => {
  if (!event.ctrlKey || !event.altKey || event.isComposing || !event.code.startsWith('Key')) return;
  const to = [...document.querySelectorAll(`[aria-keyshortcuts="Control+Alt+${event.code.slice(3)}"]`)].find(it => it.checkVisibility() && !it.disabled);
  if (!to) return;
  event.preventDefault();
  to.focus();
  if (!to.matches('input, textarea')) to.click();
});
