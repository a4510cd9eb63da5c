// Elements are made from names and texts; no text of a trace is ever read as markup.

function html(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function svg(tag, attributes, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function math(tag, attributes, ...children) {
  return filled(document.createElementNS("http://www.w3.org/1998/Math/MathML", tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, value);
    }
  }

  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// A button for a number: whoever looks at it or presses it is heard by the page.
function numberButton(id, text, label) {
  return html("button", { type: "button", class: "number", "data-number": id, "aria-label": label }, text);
}

function nameButton(id, name) {
  return html("button", { type: "button", class: "name", "data-number": id }, name);
}
