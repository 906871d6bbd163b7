// The Tasklist's own settings; this file takes the place of the one it brings along.

// The Tasklist would show a login of its own when a session has ended. There is only one, and the server leads to it.
const leaveForOurLogin = () => {
  if (window.location.hash.startsWith('#/login')) {
    window.location.replace(window.location.pathname);
  }
};
window.addEventListener('hashchange', leaveForOurLogin);
leaveForOurLogin();

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
