// Shows the drawings of a case and marks the steps it stands at.
(function () {
  'use strict';
  const READABLE = 0.6;
  const CLOSE = 0.85;

  function whole(viewer) {
    viewer.get('canvas').zoom('fit-viewport', 'auto');
  }

  function here(viewer, active) {
    const canvas = viewer.get('canvas');
    const shape = active.map(id => viewer.get('elementRegistry').get(id)).find(Boolean);
    if (!shape) {
      whole(viewer);
      return;
    }
    canvas.zoom(CLOSE);
    const box = canvas.viewbox();
    canvas.viewbox({
      x: shape.x + shape.width / 2 - box.outer.width / CLOSE / 2,
      y: shape.y + shape.height / 2 - box.outer.height / CLOSE / 2,
      width: box.outer.width / CLOSE,
      height: box.outer.height / CLOSE
    });
  }

  async function draw(place) {
    if (place.dataset.drawn || !place.offsetWidth) {
      return;
    }
    place.dataset.drawn = 'yes';
    const active = place.dataset.active.split(' ').filter(Boolean);
    const answer = await fetch(place.dataset.drawing);
    if (!answer.ok) {
      place.textContent = 'The drawing could not be loaded.';
      return;
    }
    const viewer = new window.BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    active.forEach(id => viewer.get('elementRegistry').get(id) && canvas.addMarker(id, 'pb-active'));
    whole(viewer);
    if (canvas.zoom() < READABLE) {
      here(viewer, active);
    }
    const pane = place.parentElement;
    pane.querySelector('[data-zoom=whole]').addEventListener('click', () => whole(viewer));
    pane.querySelector('[data-zoom=here]').addEventListener('click', () => here(viewer, active));
  }

  const places = document.querySelectorAll('[data-drawing]');
  places.forEach(draw);
  document.addEventListener('shown.bs.tab', () => places.forEach(draw));
})();
