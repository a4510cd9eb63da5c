"""Which BLAS does this Python's NumPy multiply matrices with?

usage: blas.py
prints a line: the version of NumPy; "tuned", "reference" or "unknown"; the file of the BLAS
The plain (reference) BLAS, which Debian's python3-numpy takes by default, makes the full batch ten times slower.
"""
import ctypes
import os
import sys

import numpy as np

TUNED = ("openblas", "mkl", "blis", "armpl", "atlas", "accelerate")
PRODUCTS = ("cblas_dgemm", "cblas_dgemm64_", "scipy_cblas_dgemm", "scipy_cblas_dgemm64_")  # of Debian, and of wheels


class Place(ctypes.Structure):
    """Dl_info of dladdr(3)."""
    _fields_ = [("file", ctypes.c_char_p), ("base", ctypes.c_void_p), ("name", ctypes.c_char_p), ("address", ctypes.c_void_p)]


def file_of_product():
    """The file with the matrix product that NumPy calls, every link followed; empty where it cannot be found out."""
    core = next(module.__file__ for name, module in sys.modules.items() if name.endswith("core._multiarray_umath"))
    try:
        library, system = ctypes.CDLL(core), ctypes.CDLL(None)
        product = next(getattr(library, name) for name in PRODUCTS if hasattr(library, name))
        place = Place()
        found = system.dladdr(ctypes.cast(product, ctypes.c_void_p), ctypes.byref(place))
    except (OSError, AttributeError, StopIteration):
        return ""
    return os.path.realpath(place.file.decode()) if found else ""


def main():
    path = file_of_product()
    if any(maker in path.lower() for maker in TUNED):
        kind = "tuned"
    else:
        kind = "reference" if "blas" in path else "unknown"
    print(np.__version__, kind, path or "a BLAS that cannot be found out")


if __name__ == "__main__":
    main()
