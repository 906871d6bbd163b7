// What a cell of each kind shows, what it makes of typed or pasted text, and the field with which it is edited.
// The last two of the words are what Excel says in Indonesia.
const YES = ['true', 'yes', 'y', '1', 'ya', 'benar'];
const NO = ['false', 'no', 'n', '0', 'tidak', 'salah'];
// The server's words for options keep the capitals of the same ones.
const ABBREVIATIONS = ['API', 'POS'];
// Letters of one word follow each other within a second.
const PAUSE = 1000;

/** WHITE_LABEL as people say it. */
export function spoken(option) {
  if (ABBREVIATIONS.includes(option)) {
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
  const plain = text.split(/[\r\n\t]+/).map(part => part.trim()).filter(Boolean).join(' ').replaceAll('\u00a0', ' ').trim();
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

/**
 * A field over the cell. It has value(), may be asked to focus(), and does not decide when editing ends; whether it
 * keepsArrows for itself it says.
 *
 * @param typed the letter that began a new value; undefined where the old one is changed
 */
export function editor(column, value, typed) {
  switch (column.kind) {
    case 'yesno':
      return select(column, value, typed, [['true', 'Yes'], ['false', 'No']],
        [...NO.map(word => ['false', word]), ...YES.map(word => ['true', word])]);
    case 'option':
      return select(column, value, typed, column.options.map(one => [one, spoken(one)]));
    case 'options':
      return boxes(column, value, typed);
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
      field.setSelectionRange(field.value.length, field.value.length);
    }
  };
}

function select(column, value, typed, options, more = []) {
  const field = document.createElement('select');
  field.className = 'pb-field form-select';
  field.setAttribute('aria-label', column.label);
  field.append(new Option(column.required ? 'Choose…' : '(does not matter)', ''));
  options.forEach(([stored, words]) => field.append(new Option(words, stored)));
  if (value !== '' && !options.some(([stored]) => stored === value)) {
    field.append(new Option(value, value));
  }
  field.value = value;
  const seek = seeker([...options, ...more], stored => {
    field.value = stored;
  });
  field.addEventListener('keydown', event => isLetter(event) && seek(event.key, event.timeStamp) && event.preventDefault());
  return {
    element: field,
    value: () => field.value,
    focus() {
      field.focus();
      if (typed) {
        seek(typed, performance.now());
      }
    }
  };
}

function isLetter(event) {
  return event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
}

/** Finds what begins with the letters typed so far: the list of a browser knows nothing of the one that opened it. */
function seeker(choices, found) {
  const plain = text => text.replaceAll('_', ' ').toLowerCase();
  let typed = '';
  let last = 0;
  return (key, at) => {
    const longer = at - last > PAUSE ? key : typed + key;
    if (longer.trim() === '') {
      return false;
    }
    typed = longer;
    last = at;
    const choice = choices.find(([, words]) => plain(words).startsWith(plain(typed)));
    if (choice) {
      found(choice[0]);
    }
    return true;
  };
}

function boxes(column, value, typed) {
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
  const seek = seeker(marks.map(box => [box, spoken(box.value)]), box => box.focus());
  field.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (isLetter(event) && event.key !== ' ') {
      seek(event.key, event.timeStamp);
    }
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
    keepsArrows: true,
    focus() {
      marks[0].focus();
      if (typed) {
        seek(typed, performance.now());
      }
    }
  };
}
