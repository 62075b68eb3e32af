document.addEventListener('click', async ({ target }) => {
  if (target.closest('[data-print]')) print();
  const button = target.closest('[data-copy]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  // Without https browsers have no clipboard for pages; the link stays selected for copying by hand.
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = 'Đã chép';
  } catch {
    button.textContent = 'Đã chọn, bạn chép tay';
  }
});
