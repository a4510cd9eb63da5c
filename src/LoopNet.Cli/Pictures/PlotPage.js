'use strict';

// While a training goes on, the file of this page is written anew after each epoch. A page from the disk may not read a file, but it may show
// one: it opens itself in a frame that nobody sees, and the page in the frame, which is the newer one, sends what it holds.

const pause = 2000; // milliseconds

if (window.parent === window) {
  followTheFile();
} else {
  sendToTheReader();
}

function sendToTheReader() {
  const reader = location.protocol === 'file:' ? '*' : location.origin;
  window.parent.postMessage({ title: document.title, main: document.querySelector('main').outerHTML }, reader);
}

function followTheFile() {
  let frame = null;
  let looks = 0;

  function goesOn() {
    return document.querySelector('main').classList.contains('goes-on');
  }

  function look() {
    frame?.remove();
    frame = document.createElement('iframe');
    frame.hidden = true;
    looks += 1;
    frame.src = `${location.pathname}?${looks}`; // a page within itself needs another address
    document.body.append(frame);
    setTimeout(lookAgain, pause);
  }

  function lookAgain() {
    if (goesOn()) {
      look();
    }
  }

  addEventListener('message', (event) => {
    if (frame !== null && event.source === frame.contentWindow) {
      show(event.data);
    }
  });
  document.getElementById('without-script')?.remove();
  setTimeout(lookAgain, pause);
}

function show(newer) {
  const main = new DOMParser().parseFromString(newer.main, 'text/html').querySelector('main');
  const shown = document.querySelector('main');
  document.title = newer.title;
  shown.className = main.className;
  shown.querySelector('[role=status]').textContent = main.querySelector('[role=status]').textContent; // read out, if it is another
  shown.querySelector('.plots').replaceWith(main.querySelector('.plots'));
}
