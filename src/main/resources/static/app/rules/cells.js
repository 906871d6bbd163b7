// What a cell of each kind shows, what it makes of typed or pasted text, and the field with which it is edited.
const YES = ['true', 'yes', 'y', 'ya', '1'];
const NO = ['false', 'no', 'n', 'tidak', '0'];

/** WHITE_LABEL as people say it. */
export function spoken(option) {
  if (/^[A-Z0-9]{2,3}$/.test(option)) {
    return option;
  }
  const plain = option.replaceAll('_', ' ').toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The cell as it is shown; what is stored is never changed by it. */
export function shown(column, value) {
  if (value === '') {
    return '';
  }
  switch (column.kind) {
    case 'yesno':
      return value === 'true' ? 'Yes' : value === 'false' ? 'No' : value;
    case 'option':
    case 'options':
      return value.split(',').map(part => part.trim())
        .map(part => column.options.includes(part) ? spoken(part) : part).join(', ');
    case 'whole':
      return /^-?\d{4,}$/.test(value) ? value.replace(/\B(?=(\d{3})+$)/g, '\u2009') : value;
    default:
      return value;
  }
}

/** Typed or pasted text as it is stored: Excel's TRUE and people's words become ours, the rest stays as it is. */
export function read(column, text) {
  const plain = text.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('\u00a0', ' ').trim();
  switch (column.kind) {
    case 'yesno':
      return YES.includes(plain.toLowerCase()) ? 'true' : NO.includes(plain.toLowerCase()) ? 'false' : plain;
    case 'option':
      return option(column, plain);
    case 'options':
      return plain.split(',').map(part => option(column, part.trim())).filter(part => part !== '').join(', ');
    case 'whole':
      return plain.replaceAll('\u2009', '');
    case 'id':
      return plain.toUpperCase();
    default:
      return plain;
  }
}

function option(column, text) {
  const asked = text.toUpperCase().replace(/[\s-]+/g, '_');
  return column.options.find(one => one === text)
    ?? column.options.find(one => one.toUpperCase().replace(/[\s-]+/g, '_') === asked)
    ?? text;
}

/** A field over the cell. It has value(), may be asked to focus(), and does not decide when editing ends. */
export function editor(column, value, typed) {
  switch (column.kind) {
    case 'yesno':
      return select(column, value, [['true', 'Yes'], ['false', 'No']]);
    case 'option':
      return select(column, value, column.options.map(one => [one, spoken(one)]));
    case 'options':
      return boxes(column, value);
    default:
      return input(column, value, typed);
  }
}

function input(column, value, typed) {
  const wide = column.kind === 'text' || column.kind === 'ids';
  const field = document.createElement(wide ? 'textarea' : 'input');
  field.className = 'pb-field form-control';
  field.setAttribute('aria-label', column.label);
  field.autocomplete = 'off';
  field.spellcheck = column.kind === 'text';
  field.value = typed === undefined ? value : typed;
  if (column.kind === 'whole' || column.kind === 'decimal') {
    field.inputMode = 'decimal';
  }
  if (wide) {
    const grow = () => {
      field.style.height = 'auto';
      field.style.height = `${field.scrollHeight + 2}px`;
    };
    field.addEventListener('input', grow);
    requestAnimationFrame(grow);
  }
  return {
    element: field,
    value: () => read(column, field.value),
    focus() {
      field.focus();
      if (typed === undefined) {
        field.select();
      } else {
        field.setSelectionRange(field.value.length, field.value.length);
      }
    }
  };
}

function select(column, value, options) {
  const field = document.createElement('select');
  field.className = 'pb-field form-select';
  field.setAttribute('aria-label', column.label);
  field.append(new Option(column.required ? 'Choose…' : '(does not matter)', ''));
  options.forEach(([stored, words]) => field.append(new Option(words, stored)));
  if (value !== '' && !options.some(([stored]) => stored === value)) {
    field.append(new Option(value, value));
  }
  field.value = value;
  return { element: field, value: () => field.value, focus: () => field.focus(), chosen: true };
}

function boxes(column, value) {
  const chosen = value.split(',').map(part => part.trim()).filter(part => part !== '');
  const strange = chosen.filter(part => !column.options.includes(part));
  const field = document.createElement('fieldset');
  field.className = 'pb-field pb-boxes';
  field.setAttribute('aria-label', `${column.label}: one or several`);
  const marks = column.options.map(one => {
    const label = document.createElement('label');
    label.className = 'form-check mb-0';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'form-check-input';
    box.checked = chosen.includes(one);
    box.value = one;
    const words = document.createElement('span');
    words.className = 'form-check-label';
    words.textContent = spoken(one);
    label.append(box, words);
    field.append(label);
    return box;
  });
  field.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const at = marks.indexOf(document.activeElement);
      marks[(at + step + marks.length) % marks.length].focus();
      event.preventDefault();
    }
  });
  return {
    element: field,
    value: () => marks.filter(box => box.checked).map(box => box.value).join(', ')
      || (marks.some(box => box.defaultChecked) ? '' : strange.join(', ')),
    focus: () => marks[0].focus()
  };
}
