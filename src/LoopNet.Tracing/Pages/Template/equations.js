// One sentence on each equation of docs/math.md.

const equations = {
  F1: "Weighted sums: each unit multiplies every output of the layer before by a weight of its own, adds the products up, and adds its bias.",
  F2: "Outputs: the activation bends each weighted sum; softmax turns all of them together into shares that add up to 1.",
  F3: "The loss: one number that says how far the outputs are from the target.",
  B1: "The gradient of the loss: how fast the loss grows when one output grows.",
  B2: "The Jacobian of the activation: how fast each output grows when one weighted sum grows. Where units do not touch each other, it is diagonal.",
  B3: "Back through the activation: the gradient by the outputs, times the slopes, is the gradient by the weighted sums.",
  B3s: "The shortcut: for softmax with cross-entropy, and for a sigmoid with binary cross-entropy, the chain of B1 to B3 comes down to output minus target.",
  B4: "Weighted sums by weights: a weight moves only the sum of its own unit, as fast as its input is large.",
  B5: "The gradient of the weights: the gradient of the unit times the input of the weight.",
  B6: "The gradient of the biases: a bias moves its sum one to one, so it has the gradient of the sum.",
  B7: "Back through the weights: an output reaches the loss through every unit of the next layer, and what they send back adds up.",
  M1: "The weight gradient of a batch: those of its samples, added up or averaged.",
  M2: "The bias gradient of a batch: those of its samples, added up or averaged.",
  M3: "The loss of a batch: those of its samples, added up or averaged.",
  U1: "The new weights: a step against the gradient, as long as the learning rate says.",
  U2: "The new biases: a step against the gradient, as long as the learning rate says.",
};

const givenSentences = {
  W: "The weights of a layer, with which the step begins.",
  b: "The biases of a layer, with which the step begins.",
  a: "The input of this sample.",
  y: "The target of this sample: what the outputs should be.",
  dL_da: "The gradient of the loss by the outputs, as the example gives it.",
};

function sentenceOf(record) {
  return record.equation === null ? givenSentences[record.kind] ?? "Given." : equations[record.equation];
}
