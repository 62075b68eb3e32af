// A suggested answer goes into the box being written in, where it is read and changed; sending stays a person's deed.
document.addEventListener('click', ({ target }) => {
  const button = target.closest?.('[data-insert]'), box = document.getElementById('tra-loi');
  if (!button || button.disabled || !box || box.disabled || box.readOnly) return;
  const before = box.value.slice(0, box.selectionStart).trimEnd(), after = box.value.slice(box.selectionEnd).trimStart();
  const start = before ? `${before}\n\n${button.dataset.insert}` : button.dataset.insert;
  box.value = after ? `${start}\n\n${after}` : start;
  box.setSelectionRange(start.length, start.length);
  box.dispatchEvent(new Event('input', { bubbles: true }));
  const said = button.closest('section').querySelector('[data-inserted]');
  if (said) said.textContent = 'Đã chèn vào ô trả lời, chưa gửi.';
  box.focus();
});
