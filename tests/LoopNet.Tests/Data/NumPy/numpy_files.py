"""Files of NumPy for LoopNet's tests, and one epoch of training by NumPy.

python3 numpy_files.py FOLDER write    arrays of every type and order, and digits from pixels.bin and labels.bin
python3 numpy_files.py FOLDER train    W1.. of start.npz trained for one epoch on digits.npz, into numpy.npz
python3 numpy_files.py FOLDER compare A.npz B.npz    the largest difference between two files of arrays
"""
import sys

import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def write(folder):
    pixels = np.fromfile(f"{folder}/pixels.bin", dtype=np.uint8).reshape(-1, 28, 28)
    labels = np.fromfile(f"{folder}/labels.bin", dtype=np.uint8)
    np.savez(f"{folder}/digits.npz", x_train=pixels, y_train=labels, x_test=pixels[:5], y_test=labels[:5])
    np.savez_compressed(f"{folder}/compressed.npz", X=pixels.reshape(-1, 784) / 255.0, y=labels.astype(np.int64))
    np.savez(f"{folder}/columns.npz", images=pixels.reshape(-1, 784).T, labels=np.eye(10)[labels])
    np.savez(f"{folder}/big.npz", x=pixels.astype(">f4")[..., None], y=labels.astype(">i2")[:, None])
    np.save(f"{folder}/images.npy", pixels)
    np.save(f"{folder}/table.npy", np.column_stack([labels, pixels.reshape(-1, 784)]))
    np.savez(f"{folder}/standardised.npz", x=(pixels - 33.0) / 78.0, y=labels)
    np.savez(f"{folder}/unnamed.npz", pixels, labels)
    np.save(f"{folder}/objects.npy", np.array([[1], [2, 3]], dtype=object), allow_pickle=True)
    random = np.random.default_rng(7)
    w1, w2 = random.normal(size=(784, 16)) / 28.0, random.normal(size=(16, 10)) / 4.0
    np.savez(f"{folder}/start.npz", W1=w1, b1=np.zeros((1, 16)), W2=w2, b2=np.zeros((1, 10)))
    np.savez(f"{folder}/start_t.npz", W1=w1.T, b1=np.zeros((16, 1)), W2=np.asfortranarray(w2.T), b2=np.zeros(10))


def train(folder):
    start, digits = np.load(f"{folder}/start.npz"), np.load(f"{folder}/digits.npz")
    w1, b1, w2, b2 = (start[name] for name in ("W1", "b1", "W2", "b2"))
    for image, label in zip(digits["x_train"], digits["y_train"]):
        x = image.reshape(1, 784) / 255.0
        a1 = sigmoid(x @ w1 + b1)
        z2 = a1 @ w2 + b2
        e = np.exp(z2 - z2.max())
        d2 = e / e.sum() - np.eye(10)[label]
        d1 = (d2 @ w2.T) * a1 * (1.0 - a1)
        w2, b2 = w2 - 0.1 * a1.T @ d2, b2 - 0.1 * d2
        w1, b1 = w1 - 0.1 * x.T @ d1, b1 - 0.1 * d1
    np.savez(f"{folder}/numpy.npz", W1=w1, b1=b1, W2=w2, b2=b2)


def compare(folder, first, second):
    a, b = np.load(f"{folder}/{first}"), np.load(f"{folder}/{second}")
    assert sorted(a.files) == sorted(b.files), (a.files, b.files)
    print(max(np.abs(a[name].ravel() - b[name].ravel()).max() for name in a.files))


if __name__ == "__main__":
    globals()[sys.argv[2]](sys.argv[1], *sys.argv[3:])
