"""What compare.py says about the machine and its tools, and what it asks of them."""
import os
import platform
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
AVX512 = {"avx512f", "avx512bw", "avx512vl", "avx512_vbmi2"}  # what limit_avx512.cpp uses


def fail(message):
    sys.exit(f"compare.py: {message}")


def output_of(command, environment=None, folder=None):
    """What a command prints; what it says where it fails ends the comparison."""
    try:
        run = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True)
    except OSError as error:
        fail(f"{command[0]} cannot be started: {error.strerror}")
    if run.returncode != 0:
        fail(f"{' '.join(command)} failed:\n{run.stdout}{run.stderr}".rstrip())
    return run.stdout


def require(tool, package):
    if shutil.which(tool) is None:
        fail(f"{tool} is missing; {package}")


def require_tools(python):
    require("gcc", "on Debian: apt install gcc")
    require("g++", "on Debian: apt install g++")
    require("dotnet", "the version of the SDK is in global.json")
    try:
        probe = subprocess.run([python, "-c", "import numpy"], capture_output=True, text=True)
    except OSError as error:
        fail(f"{python} cannot be started: {error.strerror}")
    if probe.returncode != 0:
        fail(f"{python} has no NumPy; on Debian: apt install python3-numpy libopenblas0, and --python /usr/bin/python3")


def clean_environment(threads=1):
    """The environment of a rival. An OPENBLAS_CORETYPE from elsewhere would give NumPy the kernels of another processor."""
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads), OPENBLAS_NUM_THREADS=str(threads), PYTHONDONTWRITEBYTECODE="1")
    for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
        environment.pop(name, None)
    return environment


def cpu_field(name):
    """A line of /proc/cpuinfo, that of the first processor; empty elsewhere than on Linux."""
    try:
        with open("/proc/cpuinfo") as file:
            return next((line.split(":", 1)[1].strip() for line in file if line.split(":", 1)[0].strip() == name), "")
    except OSError:
        return ""


def is_x86():
    return platform.machine() in ("x86_64", "AMD64")


def has_avx512():
    return AVX512 <= set(cpu_field("flags").split())


def blas(python):
    """NumPy's version, whether its BLAS is tuned, and which it is."""
    version, kind, files = output_of([python, os.path.join(HERE, "blas.py")], clean_environment()).strip().split(" ", 2)
    return version, kind, files


def load():
    return " / ".join(f"{average:.2f}" for average in os.getloadavg())
