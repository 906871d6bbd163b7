// The Tasklist's own settings; this file takes the place of the one it brings along.

// The Tasklist would show a login of its own when a session has ended. There is only one, and the server leads to it.
const leaveForOurLogin = () => {
  if (window.location.hash.startsWith('#/login')) {
    window.location.replace(window.location.pathname);
  }
};
window.addEventListener('hashchange', leaveForOurLogin);
leaveForOurLogin();

// The Tasklist takes a form with a list for invalid for ever: its form library leaves an empty entry behind for every
// cell that is right, and the Tasklist counts entries. What the person sees as wrong is what counts instead.
const judgeByWhatIsSeen = container => {
  const form = window.angular?.element(container.closest('[cam-tasklist-form]')).controller('camTasklistForm');
  if (!form || form.judgedByWhatIsSeen) {
    return;
  }
  const tell = form.notifyFormValidated;
  form.judgedByWhatIsSeen = true;
  form.notifyFormValidated = () => setTimeout(() => tell(container.querySelector('.fjs-has-errors') !== null), 50);
  form.notifyFormValidated();
};

// What a form shows is as old as the task. A link to a state of ours is opened where it stands and stays up to date; the
// form library has frames, but for addresses with https alone.
const showOpen = link => {
  const frame = document.createElement('iframe');
  frame.src = link.getAttribute('href');
  frame.title = link.textContent;
  frame.className = 'pb-state';
  frame.addEventListener('load', () => {
    const body = frame.contentDocument.body;
    const fit = () => { frame.style.height = `${body.scrollHeight + 2}px`; };
    new ResizeObserver(fit).observe(body);
    fit();
  });
  link.replaceWith(frame);
};

// On a phone a row of a table becomes a card, and each of its cells needs to say what it is. A table of facts is a list of
// names and values at any width: its two headings would say nothing.
const nameCells = table => {
  const headings = [...table.querySelectorAll('thead th')].map(one => one.textContent);
  table.classList.toggle('pb-facts', headings.join() === 'What,Details');
  table.querySelectorAll('tbody tr').forEach(row =>
    [...row.cells].forEach((cell, at) => { cell.dataset.label = headings[at] ?? ''; }));
};

// The way back: the Tasklist knows no pages but its own.
const wayBack = () => {
  const brand = document.querySelector('.navbar-brand.app-banner');
  if (brand && !document.querySelector('.pb-way-back')) {
    const link = document.createElement('a');
    link.href = '/';
    link.className = 'pb-way-back';
    link.textContent = 'Board';
    brand.after(link);
  }
};

// The Tasklist draws some labels before its words have come and then shows CREATION_DATE for good. It keeps the words
// in the browser, so on somebody's first visit they are put there before it begins.
const fetchWords = async () => {
  const place = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
  const name = `${place}_locales_data_en_${window.bust}`;
  const kept = JSON.parse(window.localStorage.getItem('camunda-web') ?? '{}');
  if (!kept[name]) {
    const answer = await fetch(`${place}en.json?bust=${window.bust}`);
    kept[name] = JSON.stringify(await answer.json());
    window.localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
};
await fetchWords().catch(() => {});

new MutationObserver(() => {
  wayBack();
  document.querySelectorAll('.fjs-table').forEach(nameCells);
  document.querySelectorAll('.fjs-container').forEach(judgeByWhatIsSeen);
  document.querySelectorAll('.fjs-form a[href^="/"][href$="/state"]').forEach(showOpen);
}).observe(document.documentElement, {childList: true, subtree: true});

export default {
  app: {
    name: 'Tasks',
    vendor: 'Partnership Playbook'
  },
  dateFormat: {
    normal: 'D MMM YYYY, HH:mm',
    long: 'D MMMM YYYY, HH:mm',
    short: 'D MMM YYYY'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'claims the currently selected task'},
    focusFilter: {key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list'},
    focusList: {key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list'},
    focusForm: {key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form'}
  }
};
