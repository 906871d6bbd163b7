// Copies what stands in a field, for buttons that name it.
(function () {
  'use strict';
  document.querySelectorAll('[data-copy]').forEach(button => button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch (notAllowed) {
      document.execCommand('copy');
    }
    button.textContent = 'Copied';
  }));
}());
