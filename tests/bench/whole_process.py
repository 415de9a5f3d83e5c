#!/usr/bin/env python3
"""Runs a command again and again and tells what a whole process costs, from start to exit.

whole_process.py TIMES LABEL COMMAND...   prints: LABEL  median ms  best ms  peak MB
"""
import os
import subprocess
import sys
import time


def once(command):
    """Seconds and peak kilobytes of one run; its output goes nowhere."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {errors}")
    return seconds, usage.ru_maxrss


def main():
    times, label, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    runs = sorted(once(command) for _ in range(times))
    median = runs[len(runs) // 2][0] * 1000
    best = runs[0][0] * 1000
    peak = max(kilobytes for _, kilobytes in runs) / 1024
    print(f"{label:<44} {median:>10.1f} ms  {best:>10.1f} ms  {peak:>8.1f} MB")


if __name__ == "__main__":
    main()
