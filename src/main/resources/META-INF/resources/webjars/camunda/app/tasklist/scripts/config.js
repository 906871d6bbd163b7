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
    frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px`;
  });
  link.replaceWith(frame);
};

new MutationObserver(() => {
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
